package thymus.evm.jit;

/**
 * Defines one program, and goes with it when nobody needs it any more. An ordinary class loader rather than hidden classes,
 * so that agents such as Jazzer's see and instrument the class.
 */
final class ProgramLoader extends ClassLoader {
    ProgramLoader() {
        super("thymus-evm", Program.class.getClassLoader());
    }

    Program load(String name, byte[] bytes) {
        Class<?> type = defineClass(name, bytes, 0, bytes.length);
        try {
            return (Program) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a generated class has a public constructor", e);
        }
    }
}
