// expect: RUN_TIME_ERROR
// attack: an exception with the name of the one that aborts a test without failing it
import exercise.MagnitudePrune;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;

public class Solution implements MagnitudePrune {
    @Override
    public double[][] prune(double[][] w, double ratio) {
        throw Solution.<RuntimeException>sneak(lookAlike("org.opentest4j.TestAbortedException", RuntimeException.class));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneak(Throwable error) throws T {
        throw (T) error;
    }

    private static Throwable lookAlike(String name, Class<?> parent) {
        ClassDesc mother = parent.describeConstable().orElseThrow();
        byte[] bytes = ClassFile.of().build(ClassDesc.of(name), type -> type.withFlags(AccessFlag.PUBLIC)
                .withSuperclass(mother)
                .withMethodBody("<init>", ConstantDescs.MTD_void, ClassFile.ACC_PUBLIC, code -> code.aload(0)
                        .invokespecial(mother, "<init>", ConstantDescs.MTD_void)
                        .return_()));
        var loader = new ClassLoader(Solution.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(null, bytes, 0, bytes.length);
            }
        };
        try {
            return (Throwable) loader.define().getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            return e;
        }
    }
}
