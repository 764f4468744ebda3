package thymus.fuzz.mutation;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Exit;
import thymus.evm.interpreter.Opcode;

/**
 * Puts other instructions in the place of one. Nothing of the code moves, since jump destinations are constants in it:
 * a jump replaces a few instructions, and they follow, changed, behind the code, up to where their block ends.
 */
final class CodePatch {
    /** PUSH2 and its two bytes, and JUMP. */
    private static final int JUMP_BYTES = 4;

    private static final int LARGEST = 1 << 16;

    private final Bytecode code;
    private final byte[] bytes;
    private final MutationPoint point;
    private final ByteArrayOutputStream behind = new ByteArrayOutputStream();

    private CodePatch(Bytecode code, MutationPoint point) {
        this.code = code;
        this.bytes = code.toBytes();
        this.point = point;
    }

    /** Empty where the block is too short for a jump, or the code too long. */
    static Optional<Bytecode> apply(Bytecode code, MutationPoint point) {
        return new CodePatch(code, point).patched();
    }

    private Optional<Bytecode> patched() {
        Optional<Integer> from = window();
        if (from.isEmpty() || code.size() + 1 >= LARGEST) {
            return Optional.empty();
        }
        int target = code.size();
        // Bytes of data at the end of the code may look like the start of a PUSH, which would swallow what follows.
        byte[] gap = new byte[32];
        target += gap.length;
        behind.writeBytes(gap);
        behind.write(Opcode.JUMPDEST.code());
        copy(from.get());
        byte[] all = new byte[code.size() + behind.size()];
        if (all.length >= LARGEST) {
            return Optional.empty();
        }
        System.arraycopy(bytes, 0, all, 0, bytes.length);
        System.arraycopy(behind.toByteArray(), 0, all, bytes.length, behind.size());
        System.arraycopy(jump(target), 0, all, from.get(), JUMP_BYTES);
        // What is left of an instruction that was overwritten in part must not look like a PUSH either.
        Arrays.fill(all, from.get() + JUMP_BYTES, boundary(from.get() + JUMP_BYTES), (byte) 0);
        return Optional.of(Bytecode.of(all));
    }

    /** The first instruction at or after the place. */
    private int boundary(int place) {
        int pc = 0;
        while (pc < place) {
            pc = code.next(pc);
        }
        return Math.min(pc, code.size());
    }

    private static byte[] jump(int target) {
        return new byte[] {(byte) Opcode.PUSH2.code(), (byte) (target >>> 8), (byte) target, (byte) Opcode.JUMP.code()};
    }

    /** The last instruction of the block, at or before the one that changes, that leaves room for a jump. */
    private Optional<Integer> window() {
        List<Integer> block = new ArrayList<>();
        int pc = 0;
        while (pc <= point.pc()) {
            Opcode opcode = Opcode.at(code, pc);
            boolean isEdge = opcode == Opcode.JUMPDEST
                    || opcode.exit() == Exit.JUMP
                    || opcode.exit() == Exit.JUMPI
                    || opcode.exit() == Exit.END;
            if (isEdge && (pc != point.pc() || opcode == Opcode.JUMPDEST)) {
                block.clear();
            } else {
                block.add(pc);
            }
            pc = code.next(pc);
        }
        int end = end(pc);
        for (int i = block.size() - 1; i >= 0; i--) {
            if (end - block.get(i) >= JUMP_BYTES) {
                return Optional.of(block.get(i));
            }
        }
        return Optional.empty();
    }

    /** Where the next jump destination stands, behind which nothing may be overwritten. */
    private int end(int after) {
        int pc = after;
        while (pc < code.size() && Opcode.at(code, pc) != Opcode.JUMPDEST) {
            pc = code.next(pc);
        }
        return Math.min(pc, code.size());
    }

    /** The instructions from there to the end of their block, and of those that it falls into. */
    private void copy(int from) {
        int pc = from;
        while (pc < code.size()) {
            Opcode opcode = Opcode.at(code, pc);
            if (opcode == Opcode.JUMPDEST && pc != from) {
                behind.writeBytes(jump(pc));
                return;
            }
            if (pc != point.pc() || point.isAdded()) {
                behind.write(bytes, pc, Math.min(code.next(pc), code.size()) - pc);
            }
            if (pc == point.pc()) {
                point.replacement().forEach(o -> behind.write(o.code()));
            }
            if (opcode.exit() == Exit.JUMP || opcode.exit() == Exit.END) {
                return;
            }
            pc = code.next(pc);
        }
    }
}
