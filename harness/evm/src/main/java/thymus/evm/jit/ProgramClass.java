package thymus.evm.jit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.CompiledCode;

/** The class of a program, for one partition of its blocks into methods. */
final class ProgramClass {
    /** HotSpot does not compile methods of 8000 bytes and more, which makes them 40 times slower. */
    private static final int METHOD_LIMIT = 7900;

    private static final String PROGRAM = Type.getInternalName(Program.class);

    private final Bytecode code;
    private final Blocks blocks;
    private final ControlFlowGraph graph;
    private final Regions regions;
    private final LocalsDataFlow flow;
    private final String name;
    private final Constants constants;
    private final ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    private final int[] methodOf;
    private int largest;
    private int methods;
    private boolean tooLarge;
    private byte[] bytes = {};

    ProgramClass(Bytecode code, Blocks blocks, ControlFlowGraph graph, int estimate) {
        this.code = code;
        this.blocks = blocks;
        this.graph = graph;
        regions = Regions.of(graph, estimate);
        flow = new LocalsDataFlow(graph, regions);
        name = "thymus/evm/Code_" + code.hash().toString().substring(2);
        constants = new Constants(name);
        methodOf = new int[graph.all().size()];
        write(estimate);
    }

    boolean fits() {
        return !tooLarge && largest <= METHOD_LIMIT;
    }

    private void write(int estimate) {
        type.visit(Opcodes.V21, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, name, null, PROGRAM, null);
        constructor();
        pack(estimate).forEach(this::method);
        dispatch();
        constants.define(type);
        type.visitEnd();
        try {
            bytes = type.toByteArray();
        } catch (MethodTooLargeException e) {
            tooLarge = true;
        }
    }

    /** Packs regions in code order into methods, as many as fit. */
    private List<List<Block>> pack(int estimate) {
        Map<Integer, List<Block>> byRegion = new LinkedHashMap<>();
        graph.all().stream()
                .sorted(Comparator.comparingInt(Block::start).thenComparingInt(Block::index))
                .forEach(block -> byRegion.computeIfAbsent(regions.region(block), r -> new ArrayList<>())
                        .add(block));
        List<List<Block>> packed = new ArrayList<>();
        int room = 0;
        for (List<Block> region : byRegion.values()) {
            int size = region.stream().mapToInt(Regions::estimate).sum();
            if (size > room) {
                packed.add(new ArrayList<>());
                room = estimate;
            }
            packed.getLast().addAll(region);
            room -= size;
        }
        return packed;
    }

    private void method(List<Block> members) {
        members.forEach(block -> methodOf[block.index()] = methods);
        MethodVisitor method =
                type.visitMethod(Opcodes.ACC_PRIVATE, methodName(methods++), Code.DESCRIPTOR, null, null);
        Code out = new Code(method, name, constants);
        new MethodEmitter(out, blocks, graph, regions, flow, members).emit();
        largest = Math.max(largest, out.out.getMaxSize());
    }

    private static String methodName(int number) {
        return "blocks" + number;
    }

    private void constructor() {
        MethodVisitor out = type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        out.visitCode();
        out.visitVarInsn(Opcodes.ALOAD, 0);
        out.visitMethodInsn(Opcodes.INVOKESPECIAL, PROGRAM, "<init>", "()V", false);
        out.visitInsn(Opcodes.RETURN);
        out.visitMaxs(0, 0);
        out.visitEnd();
    }

    /** Emits {@link Program#run(int, int, thymus.evm.interpreter.Frame, thymus.evm.interpreter.Evm)}. */
    private void dispatch() {
        MethodVisitor out =
                type.visitMethod(Opcodes.ACC_PROTECTED, "run", "(I" + Code.DESCRIPTOR.substring(1), null, null);
        out.visitCode();
        Label[] cases = new Label[methods];
        Arrays.setAll(cases, i -> new Label());
        Label none = new Label();
        out.visitVarInsn(Opcodes.ILOAD, 1);
        out.visitTableSwitchInsn(0, methods - 1, none, cases);
        for (int i = 0; i < methods; i++) {
            out.visitLabel(cases[i]);
            out.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            out.visitVarInsn(Opcodes.ALOAD, 0);
            out.visitVarInsn(Opcodes.ILOAD, 2);
            out.visitVarInsn(Opcodes.ALOAD, 3);
            out.visitVarInsn(Opcodes.ALOAD, 4);
            out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, name, methodName(i), Code.DESCRIPTOR, false);
            out.visitInsn(Opcodes.IRETURN);
        }
        out.visitLabel(none);
        out.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        out.visitInsn(Opcodes.ICONST_M1);
        out.visitInsn(Opcodes.IRETURN);
        out.visitMaxs(0, 0);
        out.visitEnd();
    }

    CompiledCode define() {
        Program program = new ProgramLoader().load(name.replace('/', '.'), bytes);
        int[] blockAt = new int[code.size() + 1];
        Arrays.fill(blockAt, Program.LEAVE);
        for (Block block : graph.all()) {
            if (flow.isEnteredFromStack(block) && !graph.isCopy(block) && block.start() < blockAt.length) {
                blockAt[block.start()] = block.index();
            }
        }
        program.install(blockAt, methodOf);
        return program;
    }
}
