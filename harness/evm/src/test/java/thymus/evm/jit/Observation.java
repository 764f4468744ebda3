package thymus.evm.jit;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import thymus.evm.EvmException;
import thymus.evm.EvmFork;
import thymus.evm.code.Bytecode;
import thymus.evm.interpreter.BlockContext;
import thymus.evm.interpreter.Coverage;
import thymus.evm.interpreter.Evm;
import thymus.evm.interpreter.Message;
import thymus.evm.interpreter.MessageResult;
import thymus.evm.interpreter.Tiers;
import thymus.evm.interpreter.Tracer;
import thymus.evm.interpreter.TransactionContext;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.Log;
import thymus.evm.state.World;

/**
 * All that can be seen of running a message on some contracts.
 *
 * @param end how it ended, in words
 * @param state of every account
 * @param covered blocks by the hash of their code
 * @param watched what a tracer was told, also of frames that failed
 */
record Observation(
        boolean ok,
        String output,
        long gasLeft,
        long refund,
        Optional<String> end,
        Map<String, String> state,
        List<String> logs,
        Set<String> covered,
        List<String> watched) {
    static final Address CALLER = Address.of(0xca11);
    private static final BlockContext BLOCK = new BlockContext(
            1000,
            1_700_000_000,
            Address.of(0xc01b),
            30_000_000,
            Word.of(7),
            Word.of(0x1234),
            Word.of(3),
            Word.ONE,
            number -> Word.of(2 * number));

    /** @param contracts the first is called */
    static Observation of(Map<Address, byte[]> contracts, byte[] input, long gas, Tiers tiers) {
        World world = new World();
        world.setBalance(CALLER, Word.of(1000));
        contracts.forEach((address, code) -> {
            world.setCode(address, Bytecode.of(code));
            world.setNonce(address, 1);
            world.setBalance(address, Word.of(5));
            world.setStorage(address, Word.ONE, Word.of(0x11));
        });
        world.transaction().begin();
        Set<String> covered = new TreeSet<>();
        Evm evm = new Evm(world, EvmFork.OSAKA, tiers);
        evm.setCoverage(new Coverage((code, pc) -> covered.add(code.hash() + " " + pc)));
        List<String> watched = new ArrayList<>();
        evm.setTracer(watcher(watched));
        Address target = contracts.keySet().iterator().next();
        Message message = new Message(Message.Kind.CALL, CALLER, target, target, Word.of(2), input, gas, false, 0);
        MessageResult outcome;
        try {
            outcome = evm.execute(message, BLOCK, new TransactionContext(CALLER, Word.of(9), List.of(Word.of(0xb10b))));
        } catch (EvmException lacking) {
            return new Observation(
                    false, "", 0, 0, Optional.of(lacking.getMessage()), Map.of(), List.of(), Set.of(), List.of());
        }
        return new Observation(
                outcome.ok(),
                HexFormat.of().formatHex(outcome.output()),
                outcome.gasLeft(),
                world.transaction().refund(),
                outcome.haltReason(),
                state(world),
                world.transaction().logs().stream().map(Observation::text).toList(),
                covered,
                watched);
    }

    private static Tracer watcher(List<String> watched) {
        return new Tracer() {
            @Override
            public void onSload(Address account, Word slot, Word value) {
                watched.add("sload " + account + " " + slot + " " + value);
            }

            @Override
            public void onSstore(Address account, Word slot, Word before, Word after) {
                watched.add("sstore " + account + " " + slot + " " + before + " " + after);
            }

            @Override
            public void onLog(Log log) {
                watched.add(text(log));
            }

            @Override
            public void onKeccak(byte[] memory, int from, int length, Word hash) {
                watched.add("keccak " + hash);
            }
        };
    }

    private static String text(Log log) {
        return log.address() + " " + log.topics() + " " + HexFormat.of().formatHex(log.data());
    }

    private static Map<String, String> state(World world) {
        Map<String, String> state = new TreeMap<>();
        for (Address address : world.addresses()) {
            state.put(
                    address.toString(),
                    world.balance(address) + " " + world.nonce(address) + " "
                            + world.code(address).hash() + " " + world.storage(address));
        }
        return state;
    }

    /**
     * The same without the words for the failure and what was watched: of two failures in one block either may be
     * named, and where memory suddenly grows by a lot compiled code may find out earlier that the gas will not do.
     */
    Observation withoutReason() {
        return new Observation(
                ok, output, gasLeft, refund, end.map(reason -> "failed"), state, logs, covered, List.of());
    }
}
