package thymus.solver.symbolic;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Opcode;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Terms;

/**
 * Code that a contract assembled in its memory. Some bytes may be terms: immutables behind PUSH32, and the arguments of
 * a constructor behind its code.
 *
 * @param code the known bytes, with zeros in place of the others
 * @param bytes all bytes
 * @param openWords the immediate words of PUSH32 that are no numbers, by their offsets
 * @param executable the number of bytes before the first one that is unknown otherwise; what follows may be read, and
 *     not executed
 */
record OpenCode(Bytecode code, ByteRun bytes, Map<Integer, IntTerm> openWords, int executable) {
    OpenCode {
        openWords = Map.copyOf(openWords);
    }

    static OpenCode of(ByteRun assembled, Terms terms) {
        ByteRun run = assembled.withoutGaps(terms);
        byte[] known = new byte[run.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = run.byteAt(i).orElse((byte) 0);
        }
        Bytecode code = Bytecode.of(known);
        Map<Integer, IntTerm> open = new HashMap<>();
        int pc = 0;
        while (pc < known.length && run.byteAt(pc).isPresent()) {
            int next = pc + 1 + Opcode.at(code, pc).immediateBytes();
            if (!areKnown(run, pc + 1, next)) {
                Optional<IntTerm> word = next == pc + 33 ? run.wordAt(pc + 1) : Optional.empty();
                if (word.isEmpty()) {
                    break;
                }
                open.put(pc + 1, word.get());
            }
            pc = next;
        }
        return new OpenCode(code, run, open, Math.min(pc, known.length));
    }

    private static boolean areKnown(ByteRun run, int from, int to) {
        for (int i = from; i < to && i < run.size(); i++) {
            if (run.byteAt(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
