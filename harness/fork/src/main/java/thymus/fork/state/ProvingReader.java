package thymus.fork.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.web3j.protocol.core.methods.response.EthGetCode;
import org.web3j.protocol.core.methods.response.EthGetProof;
import org.web3j.rlp.RlpType;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;
import thymus.fork.rpc.Hex;

/**
 * Reads with verification: the node must prove each answer (eth_getProof, EIP-1186) against the state root of the
 * block.
 */
final class ProvingReader implements StateReader {
    private static final int SLOTS_AT_ONCE = 50;

    private final NodeQueries queries;
    private final Word stateRoot;

    /** The leaf of an account in the state tree. */
    private record Leaf(long nonce, Word balance, Word storageRoot, Word codeHash) {}

    private record Portion(Address account, List<Word> slots) {}

    ProvingReader(NodeQueries queries, Word stateRoot) {
        this.queries = queries;
        this.stateRoot = stateRoot;
    }

    @Override
    public List<Fact> read(ForkState.Wanted wanted) {
        Map<Address, List<Word>> byAccount = new LinkedHashMap<>();
        wanted.accounts().forEach(account -> byAccount.put(account, new ArrayList<>()));
        wanted.slots()
                .forEach(p -> byAccount
                        .computeIfAbsent(p.account(), a -> new ArrayList<>())
                        .add(p.slot()));
        List<Portion> portions = new ArrayList<>();
        byAccount.forEach((account, slots) -> {
            for (int from = 0; from == 0 || from < slots.size(); from += SLOTS_AT_ONCE) {
                portions.add(new Portion(account, slots.subList(from, Math.min(from + SLOTS_AT_ONCE, slots.size()))));
            }
        });
        List<NodeQueries.Query<?>> asked = new ArrayList<>();
        for (Portion portion : portions) {
            List<String> keys = portion.slots().stream().map(Hex::data).toList();
            asked.add(NodeQueries.Query.of(EthGetProof.class, "eth_getProof", Hex.data(portion.account()), keys));
        }
        wanted.accounts()
                .forEach(
                        account -> asked.add(NodeQueries.Query.of(EthGetCode.class, "eth_getCode", Hex.data(account))));
        List<Object> answers = queries.ask(asked);
        Map<Address, Leaf> leaves = new LinkedHashMap<>();
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < portions.size(); i++) {
            read(portions.get(i), (EthGetProof.Proof) answers.get(i), leaves, facts);
        }
        for (int i = 0; i < wanted.accounts().size(); i++) {
            Address account = wanted.accounts().get(i);
            Bytecode code = Bytecode.of(Hex.bytes((String) answers.get(portions.size() + i), "the code of " + account));
            Leaf leaf = leaves.get(account);
            if (!code.hash().isEqual(leaf.codeHash())) {
                throw lie("the code of " + account, "its hash is another one");
            }
            facts.add(new Fact.OfAccount(account, leaf.nonce(), leaf.balance(), code, true));
        }
        return facts;
    }

    private void read(Portion portion, EthGetProof.Proof answer, Map<Address, Leaf> leaves, List<Fact> facts) {
        String what = "the account " + portion.account();
        if (answer == null) {
            throw lie(what, "there is no proof");
        }
        Leaf leaf = prove(
                        what,
                        answer.getAccountProof(),
                        stateRoot,
                        portion.account().toBytes())
                .map(encoding -> leaf(what, encoding))
                .orElse(new Leaf(0, Word.ZERO, Word.ZERO, Keccak.EMPTY));
        requireSaid(what + "'s nonce", answer.getNonce(), Word.of(leaf.nonce()));
        requireSaid(what + "'s balance", answer.getBalanceRaw(), leaf.balance());
        leaves.put(portion.account(), leaf);
        List<EthGetProof.StorageProof> proofs = answer.getStorageProof();
        if (proofs == null || proofs.size() != portion.slots().size() || proofs.contains(null)) {
            throw lie(what, "not every slot that was asked for is answered");
        }
        for (int i = 0; i < portion.slots().size(); i++) {
            Word slot = portion.slots().get(i);
            String place = "the slot 0x" + slot.toBigInteger().toString(16) + " of " + portion.account();
            Word value = leaf.storageRoot().isZero()
                    ? Word.ZERO
                    : prove(place, proofs.get(i).getProof(), leaf.storageRoot(), slot.toBytes32())
                            .map(encoding -> number(place, encoding))
                            .orElse(Word.ZERO);
            if (!value.isEqual(Hex.word(proofs.get(i).getValue(), place))) {
                throw lie(
                        place,
                        "the proof shows " + value + ", the answer says \""
                                + proofs.get(i).getValue() + "\"");
            }
            facts.add(new Fact.OfSlot(new ForkState.Place(portion.account(), slot), value, true));
        }
    }

    /**
     * Requires that the node's statement equals the proved value. A node that contradicts its own proof is faulty,
     * although the proof alone would be enough.
     */
    private void requireSaid(String what, String said, Word proved) {
        if (said != null && !Hex.word(said, what).isEqual(proved)) {
            throw lie(what, "the proof shows " + proved + ", the answer says " + said);
        }
    }

    private Optional<byte[]> prove(String what, List<String> proof, Word root, byte[] key) {
        if (proof == null) {
            throw lie(what, "there is no proof");
        }
        List<byte[]> nodes = new ArrayList<>();
        proof.forEach(node -> nodes.add(Hex.bytes(node, "a proof of " + what)));
        try {
            return new MerkleProof(nodes).value(root, key);
        } catch (MerkleProof.Invalid e) {
            throw lie(what, e.getMessage());
        }
    }

    private Leaf leaf(String what, byte[] encoding) {
        try {
            List<RlpType> items = StrictRlp.items(StrictRlp.read(encoding));
            if (items.size() != 4) {
                throw lie(what, "a leaf of " + items.size() + " items");
            }
            return new Leaf(
                    StrictRlp.number(items.get(0)).limb(0),
                    StrictRlp.number(items.get(1)),
                    Word.fromBytes(StrictRlp.bytes(items.get(2))),
                    Word.fromBytes(StrictRlp.bytes(items.get(3))));
        } catch (IllegalArgumentException e) {
            throw lie(what, e.getMessage());
        }
    }

    private Word number(String what, byte[] encoding) {
        try {
            return StrictRlp.number(StrictRlp.read(encoding));
        } catch (IllegalArgumentException e) {
            throw lie(what, e.getMessage());
        }
    }

    private ForkException lie(String what, String why) {
        return new ForkException(queries.name() + ": the node's answer for " + what
                + " is not what the state root of its " + "own block proves (" + why + "): do not trust this node");
    }
}
