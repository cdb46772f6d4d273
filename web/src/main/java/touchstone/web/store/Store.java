package touchstone.web.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Everything that is kept, on H2 or PostgreSQL. Safe for use by several threads.
public final class Store implements AutoCloseable {
    /// Without MODE and the following two, H2 reads our SQL differently from PostgreSQL. Without WRITE_DELAY=0
    /// it acknowledges commits that a crash then loses.
    private static final String H2_MODE = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
            + "DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    private static final int CONNECTIONS_MAX = 16;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final DatabaseAddress address;

    private Store(HikariDataSource pool, DatabaseAddress address) {
        this.pool = pool;
        this.address = address;
        jdbi = Jdbi.create(pool);
        jdbi.registerRowMapper(ConstructorMapper.factory(Account.class))
                .registerRowMapper(ConstructorMapper.factory(Session.class))
                .registerRowMapper(ConstructorMapper.factory(Interview.class))
                .registerRowMapper(ConstructorMapper.factory(Candidate.class))
                .registerRowMapper(ConstructorMapper.factory(Candidates.Counts.class))
                .registerRowMapper(ConstructorMapper.factory(Pause.class))
                .registerRowMapper(ConstructorMapper.factory(Draft.class))
                .registerRowMapper(ConstructorMapper.factory(Drafts.Mark.class))
                .registerRowMapper(ConstructorMapper.factory(Submission.class))
                .registerRowMapper(ConstructorMapper.factory(SubmissionOutline.class))
                .registerRowMapper(ConstructorMapper.factory(Judging.class))
                .registerRowMapper(ConstructorMapper.factory(Review.class))
                .registerRowMapper(ConstructorMapper.factory(Reviews.Lock.class))
                .registerRowMapper(ConstructorMapper.factory(Reviews.Answer.class))
                .registerRowMapper(ConstructorMapper.factory(Overruling.class))
                .registerRowMapper(ConstructorMapper.factory(Note.class))
                .registerRowMapper(ConstructorMapper.factory(AuditEntry.class))
                .registerRowMapper(ConstructorMapper.factory(Certificate.class));
    }

    /// Opens it and brings its tables up to date.
    public static Store open(DatabaseAddress address) {
        var config = new HikariConfig();
        config.setJdbcUrl(url(address));
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        config.setPoolName("store");
        var pool = new HikariDataSource(config);
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:touchstone/web/store/migrations")
                    .load()
                    .migrate();
            return new Store(pool, address);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static String url(DatabaseAddress address) {
        return switch (address) {
            case DatabaseAddress.Embedded(var folder) ->
                "jdbc:h2:file:" + folder.resolve("touchstone").toAbsolutePath() + H2_MODE;
            case DatabaseAddress.PostgreSql(var url) -> url;
        };
    }

    public DatabaseAddress address() {
        return address;
    }

    /// For what needs connections of its own.
    public DataSource connections() {
        return pool;
    }

    /// What all calls within share one transaction and are kept or lost together.
    public <T> T inTransaction(Supplier<T> work) {
        return jdbi.inTransaction(_ -> work.get());
    }

    /// For SQL beside the tables' own.
    public Jdbi jdbi() {
        return jdbi;
    }

    public Accounts accounts() {
        return new Accounts(jdbi);
    }

    public Sessions sessions() {
        return new Sessions(jdbi);
    }

    public Interviews interviews() {
        return new Interviews(jdbi);
    }

    public Candidates candidates() {
        return new Candidates(jdbi);
    }

    public Drafts drafts() {
        return new Drafts(jdbi);
    }

    public Submissions submissions() {
        return new Submissions(jdbi);
    }

    public Judgings judgings() {
        return new Judgings(jdbi);
    }

    public Reviews reviews() {
        return new Reviews(jdbi);
    }

    public Overrulings overrulings() {
        return new Overrulings(jdbi);
    }

    public Notes notes() {
        return new Notes(jdbi);
    }

    public Audit audit() {
        return new Audit(jdbi);
    }

    public Erasure erasure() {
        return new Erasure(jdbi);
    }

    public Certificates certificates() {
        return new Certificates(jdbi);
    }

    public Backlog backlog() {
        return new Backlog(jdbi);
    }

    public Backup backup() {
        return new Backup(jdbi);
    }

    public Heartbeat heartbeat() {
        return new Heartbeat(jdbi);
    }

    @Override
    public void close() {
        pool.close();
    }
}
