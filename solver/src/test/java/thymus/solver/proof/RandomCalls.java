package thymus.solver.proof;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import thymus.contracts.abi.Selector;
import thymus.evm.primitive.Word;
import thymus.solver.term.Numbers;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Mutability;
import thymus.spec.contract.Parameter;
import thymus.system.execution.DeployedSystem;

/** Calls of a system's functions: mostly what makes them succeed, sometimes what no encoder writes. */
final class RandomCalls {
    private static final BigInteger TOKEN = BigInteger.TEN.pow(18);

    private final DeployedSystem system;
    private final Random random;
    private final List<BigInteger> accounts = new ArrayList<>();

    RandomCalls(DeployedSystem system, Random random) {
        this.system = system;
        this.random = random;
        system.specification().actors().forEach(this::add);
        system.specification().instances().keySet().forEach(this::add);
    }

    private void add(String account) {
        accounts.add(system.addressOf(account).word().toBigInteger());
    }

    /** Mostly one that changes something. */
    FunctionModel function(String instance) {
        List<FunctionModel> all = system.functions(instance);
        List<FunctionModel> changing = all.stream()
                .filter(f -> f.mutability() == Mutability.NONPAYABLE || f.mutability() == Mutability.PAYABLE)
                .toList();
        List<FunctionModel> from = changing.isEmpty() || random.nextInt(4) == 0 ? all : changing;
        return from.get(random.nextInt(from.size()));
    }

    BigInteger sender() {
        List<String> actors = List.copyOf(system.specification().actors());
        return random.nextInt(12) == 0
                ? Numbers.upTo(BigInteger.TWO.pow(160).subtract(BigInteger.ONE), random)
                        .max(BigInteger.TWO.pow(20))
                : system.addressOf(actors.get(random.nextInt(actors.size())))
                        .word()
                        .toBigInteger();
    }

    /** Sometimes cut short, or of a function that the contract does not have. */
    byte[] data(FunctionModel function) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(
                random.nextInt(40) == 0
                        ? new Selector(random.nextInt()).bytes()
                        : Selector.of(function).bytes());
        for (Parameter input : function.inputs()) {
            for (int i = 0; i < input.type().headWords(); i++) {
                data.writeBytes(Word.of(word(input.type())).toBytes32());
            }
        }
        byte[] whole = data.toByteArray();
        return random.nextInt(40) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length + 1)) : whole;
    }

    private BigInteger word(AbiType type) {
        if (random.nextInt(25) == 0) {
            return Numbers.word(random);
        }
        return switch (type) {
            case AbiType.Address a -> accounts.get(random.nextInt(accounts.size()));
            case AbiType.Bool b -> BigInteger.valueOf(random.nextInt(2));
            case AbiType.UInt u -> number().mod(BigInteger.TWO.pow(u.bits()));
            default -> Numbers.word(random);
        };
    }

    private BigInteger number() {
        return switch (random.nextInt(4)) {
            case 0 -> Numbers.word(random);
            case 1 -> BigInteger.valueOf(random.nextInt(5));
            default -> TOKEN.multiply(BigInteger.valueOf(random.nextInt(15_000)));
        };
    }

    /** In wei; most functions take none. */
    BigInteger value() {
        return random.nextInt(30) == 0 ? BigInteger.valueOf(random.nextInt(100)) : BigInteger.ZERO;
    }
}
