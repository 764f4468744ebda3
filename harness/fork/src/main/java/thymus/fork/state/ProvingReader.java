package thymus.fork.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.RlpItem;
import thymus.evm.primitive.Word;
import thymus.fork.rpc.Hex;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Believes only what the node proves (eth_getProof, EIP-1186) against the state root of the block. */
final class ProvingReader implements StateReader {
    private static final int SLOTS_AT_ONCE = 50;

    private final NodeQueries queries;
    private final Word stateRoot;

    /** The account's leaf in the state tree. */
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
        wanted.slots().forEach(p -> byAccount.computeIfAbsent(p.account(), a -> new ArrayList<>()).add(p.slot()));
        List<Portion> portions = new ArrayList<>();
        byAccount.forEach((account, slots) -> {
            for (int from = 0; from == 0 || from < slots.size(); from += SLOTS_AT_ONCE) {
                portions.add(new Portion(account, slots.subList(from, Math.min(from + SLOTS_AT_ONCE, slots.size()))));
            }
        });
        List<NodeQueries.Query> asked = new ArrayList<>();
        for (Portion portion : portions) {
            ArrayNode keys = JsonNodeFactory.instance.arrayNode();
            portion.slots().forEach(slot -> keys.add(Hex.data(slot)));
            asked.add(NodeQueries.Query.of("eth_getProof", Hex.data(portion.account()), keys));
        }
        wanted.accounts().forEach(account -> asked.add(NodeQueries.Query.of("eth_getCode", Hex.data(account))));
        List<JsonNode> answers = queries.ask(asked);
        Map<Address, Leaf> leaves = new LinkedHashMap<>();
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < portions.size(); i++) {
            read(portions.get(i), answers.get(i), leaves, facts);
        }
        for (int i = 0; i < wanted.accounts().size(); i++) {
            Address account = wanted.accounts().get(i);
            Bytecode code = Bytecode.of(Hex.bytes(answers.get(portions.size() + i), "the code of " + account));
            Leaf leaf = leaves.get(account);
            if (!code.hash().isEqual(leaf.codeHash())) {
                throw lie("the code of " + account, "its hash is another one");
            }
            facts.add(new Fact.OfAccount(account, leaf.nonce(), leaf.balance(), code, true));
        }
        return facts;
    }

    private void read(Portion portion, JsonNode answer, Map<Address, Leaf> leaves, List<Fact> facts) {
        String what = "the account " + portion.account();
        Leaf leaf = prove(what, answer.path("accountProof"), stateRoot, portion.account().toBytes())
                .map(encoding -> leaf(what, encoding))
                .orElse(new Leaf(0, Word.ZERO, Word.ZERO, Keccak.EMPTY));
        leaves.put(portion.account(), leaf);
        JsonNode proofs = answer.path("storageProof");
        if (!proofs.isArray() || proofs.size() != portion.slots().size()) {
            throw lie(what, "not every slot that was asked for is answered");
        }
        for (int i = 0; i < portion.slots().size(); i++) {
            Word slot = portion.slots().get(i);
            String place = "the slot 0x" + slot.toBigInteger().toString(16) + " of " + portion.account();
            Word value = leaf.storageRoot().isZero()
                    ? Word.ZERO
                    : prove(place, proofs.get(i).path("proof"), leaf.storageRoot(), slot.toBytes32())
                            .map(encoding -> number(place, encoding))
                            .orElse(Word.ZERO);
            if (!value.isEqual(Hex.word(proofs.get(i).path("value"), place))) {
                throw lie(place, "the proof shows " + value + ", the answer says " + proofs.get(i).path("value"));
            }
            facts.add(new Fact.OfSlot(new ForkState.Place(portion.account(), slot), value, true));
        }
    }

    private Optional<byte[]> prove(String what, JsonNode proof, Word root, byte[] key) {
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
            List<RlpItem> items = RlpItem.read(encoding).items();
            if (items.size() != 4) {
                throw lie(what, "a leaf of " + items.size() + " items");
            }
            return new Leaf(
                    items.get(0).number().limb(0),
                    items.get(1).number(),
                    Word.fromBytes(items.get(2).bytes()),
                    Word.fromBytes(items.get(3).bytes()));
        } catch (IllegalArgumentException e) {
            throw lie(what, e.getMessage());
        }
    }

    private Word number(String what, byte[] encoding) {
        try {
            return RlpItem.read(encoding).number();
        } catch (IllegalArgumentException e) {
            throw lie(what, e.getMessage());
        }
    }

    private ForkException lie(String what, String why) {
        return new ForkException(queries.name() + ": the node's answer for " + what + " is not what the state root of its "
                + "own block proves (" + why + "): do not trust this node");
    }
}
