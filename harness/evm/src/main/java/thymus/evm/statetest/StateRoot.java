package thymus.evm.statetest;

import java.util.IdentityHashMap;
import java.util.Map;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Rlp;
import thymus.evm.primitive.Word;
import thymus.evm.state.World;

/** The hash of a whole state. */
final class StateRoot {
    private StateRoot() {}

    static Word of(World world) {
        Map<byte[], byte[]> accounts = new IdentityHashMap<>();
        for (Address address : world.addresses()) {
            if (world.exists(address)) {
                accounts.put(address.toBytes(), account(world, address));
            }
        }
        return MerkleTree.root(accounts);
    }

    private static byte[] account(World world, Address address) {
        Map<byte[], byte[]> slots = new IdentityHashMap<>();
        world.storage(address).forEach((key, value) -> slots.put(key.toBytes32(), Rlp.number(value)));
        return Rlp.list(
                Rlp.number(Word.of(world.nonce(address))),
                Rlp.number(world.balance(address)),
                Rlp.bytes(MerkleTree.root(slots).toBytes32()),
                Rlp.bytes(world.code(address).hash().toBytes32()));
    }
}
