package thymus.evm.jit;

/**
 * Defines one program and is collected with it. It is an ordinary class loader, because agents such as Jazzer's do not
 * see or instrument hidden classes.
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
