package thymus.fuzz.system;

import java.util.function.Predicate;
import java.util.stream.Stream;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.Exit;
import thymus.evm.interpreter.Opcode;
import thymus.evm.primitive.Address;
import thymus.evm.state.World;
import thymus.spec.tree.Expr;
import thymus.spec.tree.Walk;
import thymus.system.execution.DeployedSystem;

/**
 * Whether code can tell that a call is one of several in a transaction, or that a contract makes it. If none can, a
 * transaction of several calls does what several transactions at the same time do.
 */
final class Telltale {
    /**
     * So near behind a CALLER, an EXTCODESIZE is taken to look at it: compilers write it before every call of their
     * own.
     */
    private static final int NEAR = 8;

    private Telltale() {}

    static boolean in(World world) {
        return codes(world).anyMatch(Telltale::in);
    }

    /** Whether code makes calls, which may lead to an attacker's contract. */
    static boolean callsOut(World world) {
        return codes(world).anyMatch(Telltale::callsOut);
    }

    /** Whether code or the specification reads balances, which anybody can raise. */
    static boolean seesEther(DeployedSystem system) {
        return system.specification()
                        .expressions()
                        .flatMap(Walk::all)
                        .anyMatch(expr -> expr instanceof Expr.EtherBalance)
                || codes(system.chain().world())
                        .anyMatch(code ->
                                reaches(code, opcode -> opcode == Opcode.BALANCE || opcode == Opcode.SELFBALANCE));
    }

    private static Stream<Bytecode> codes(World world) {
        return Stream.of(world.addresses().toArray(Address[]::new)).map(world::code);
    }

    static boolean callsOut(Bytecode code) {
        return reaches(code, opcode -> opcode.exit() == Exit.CALL);
    }

    /** Whether code may come to such an instruction, judged as in {@link #in(Bytecode)}. */
    private static boolean reaches(Bytecode code, Predicate<Opcode> meant) {
        boolean reachable = true;
        for (int pc = 0; pc < code.size(); pc = code.next(pc)) {
            Opcode opcode = Opcode.at(code, pc);
            reachable |= opcode == Opcode.JUMPDEST;
            if (reachable && meant.test(opcode)) {
                return true;
            }
            reachable &= opcode.exit() != Exit.JUMP && opcode.exit() != Exit.END;
        }
        return false;
    }

    /** By its instructions; what stands behind the end of a block is data unless a jump can lead there. */
    static boolean in(Bytecode code) {
        boolean reachable = true;
        int sinceCaller = NEAR + 1;
        for (int pc = 0; pc < code.size(); pc = code.next(pc)) {
            Opcode opcode = Opcode.at(code, pc);
            reachable |= opcode == Opcode.JUMPDEST;
            sinceCaller++;
            switch (opcode) {
                case TLOAD, ORIGIN -> {
                    if (reachable) {
                        return true;
                    }
                }
                case EXTCODESIZE, EXTCODEHASH -> {
                    if (reachable && sinceCaller <= NEAR) {
                        return true;
                    }
                }
                case CALLER -> sinceCaller = 0;
                default -> reachable &= opcode.exit() != Exit.JUMP && opcode.exit() != Exit.END;
            }
        }
        return false;
    }
}
