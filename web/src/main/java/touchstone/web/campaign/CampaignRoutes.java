package touchstone.web.campaign;

import touchstone.web.grading.Gradings;
import touchstone.web.library.Library;
import touchstone.web.page.Access;
import touchstone.web.page.Routes;
import touchstone.web.store.Store;

/// The candidates of an interview for whoever decides. To be registered after the interviews' own pages.
public final class CampaignRoutes {
    private final TablePage table;
    private final ComparePage comparison;
    private final DistributionsPage distributions;
    private final Exports exports;

    public CampaignRoutes(Store store, Library library, Gradings gradings) {
        var campaigns = new Campaign.Source(store, library, gradings);
        table = new TablePage(campaigns);
        comparison = new ComparePage(campaigns);
        distributions = new DistributionsPage(campaigns);
        exports = new Exports(campaigns);
    }

    public void register(Routes routes) {
        var one = "/interviews/{id}";
        routes.get(one, Access.VIEWER, table::show)
                .get(one + "/summary.json", Access.VIEWER, table::snapshot)
                .get(one + "/compare", Access.VIEWER, comparison::show)
                .get(one + "/distributions", Access.VIEWER, distributions::show)
                .get(one + "/distributions/{file}", Access.VIEWER, distributions::csv)
                .get(one + "/export.csv", Access.VIEWER, exports::csv)
                .get(one + "/export.xlsx", Access.VIEWER, exports::xlsx)
                .get(one + "/export.json", Access.VIEWER, exports::json);
    }
}
