package thymus.evm.statetest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;
import thymus.evm.state.World;
import thymus.evm.statetest.StateTest.AccountState;

/** Compares a world with the whole state that a test expects. */
final class StateComparison {
    private static final AccountState NONE = new AccountState(Word.ZERO, 0, Bytecode.EMPTY, Map.of());

    private StateComparison() {}

    /** One sentence per difference; empty if the states agree. */
    static List<String> differences(World world, Map<Address, AccountState> expected) {
        List<String> differences = new ArrayList<>();
        Set<Address> addresses = new TreeSet<>(world.addresses());
        addresses.addAll(expected.keySet());
        for (Address address : addresses) {
            compare(world, address, expected.getOrDefault(address, NONE), differences);
        }
        return differences;
    }

    private static void compare(World world, Address address, AccountState expected, List<String> differences) {
        if (!world.balance(address).isEqual(expected.balance())) {
            differences.add(address + " has balance " + world.balance(address) + ", not " + expected.balance());
        }
        if (world.nonce(address) != expected.nonce()) {
            differences.add(address + " has nonce " + Long.toUnsignedString(world.nonce(address)) + ", not "
                    + Long.toUnsignedString(expected.nonce()));
        }
        if (!world.code(address).equals(expected.code())) {
            differences.add(address + " has code " + world.code(address) + ", not " + expected.code());
        }
        Map<Word, Word> storage = world.storage(address);
        Set<Word> keys = new TreeSet<>(storage.keySet());
        keys.addAll(expected.storage().keySet());
        for (Word key : keys) {
            Word found = storage.getOrDefault(key, Word.ZERO);
            Word wanted = expected.storage().getOrDefault(key, Word.ZERO);
            if (!found.isEqual(wanted)) {
                differences.add(address + " has " + found + " in slot " + key + ", not " + wanted);
            }
        }
    }
}
