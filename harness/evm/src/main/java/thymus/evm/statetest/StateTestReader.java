package thymus.evm.statetest;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import thymus.evm.EvmFork;
import thymus.evm.interpreter.BlockContext;
import thymus.evm.json.JsonFile;
import thymus.evm.json.JsonPlace;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Keccak;
import thymus.evm.primitive.Word;

/** Splits a file of state tests into single cases, one for each expected result under a known fork. */
final class StateTestReader {
    private static final BigInteger CANCUN_UPDATE_FRACTION = BigInteger.valueOf(3338477);
    private static final BigInteger PRAGUE_UPDATE_FRACTION = BigInteger.valueOf(5007716);

    private StateTestReader() {}

    /** @param unknownFork receives the fork of every case that is not supported */
    static List<StateTest> read(Path file, byte[] content, java.util.function.Consumer<String> unknownFork) {
        JsonPlace top = JsonFile.parse(content, file, StateTestException::new);
        List<StateTest> tests = new ArrayList<>();
        for (String name : top.fields()) {
            JsonPlace test = top.require(name);
            JsonPlace post = test.require("post");
            Map<Address, StateTest.AccountState> before = Fields.accounts(test.require("pre"));
            for (String forkName : post.fields()) {
                Optional<EvmFork> fork = fork(forkName);
                for (JsonPlace expectation : post.require(forkName).elements()) {
                    if (fork.isEmpty()) {
                        unknownFork.accept(forkName);
                    } else {
                        tests.add(test(name, fork.get(), test, before, expectation));
                    }
                }
            }
        }
        return tests;
    }

    private static Optional<EvmFork> fork(String name) {
        return java.util.Arrays.stream(EvmFork.values())
                .filter(fork -> fork.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static StateTest test(
            String name,
            EvmFork fork,
            JsonPlace test,
            Map<Address, StateTest.AccountState> before,
            JsonPlace expectation) {
        JsonPlace indexes = expectation.require("indexes");
        int data = index(indexes, "data");
        int gas = index(indexes, "gas");
        int value = index(indexes, "value");
        StateTest.Expected expected = new StateTest.Expected(
                Fields.word(expectation.require("logs")),
                Fields.word(expectation.require("hash")),
                expectation.get("state").map(Fields::accounts),
                expectation.get("expectException").map(JsonPlace::text));
        String variant = data + gas + value == 0 ? name : name + " d" + data + " g" + gas + " v" + value;
        return new StateTest(
                variant,
                fork,
                before,
                block(test, fork),
                TransactionReader.read(test.require("transaction"), data, gas, value),
                expected);
    }

    private static int index(JsonPlace indexes, String field) {
        return indexes.require(field).smallNumber(0, 1_000_000);
    }

    private static BlockContext block(JsonPlace test, EvmFork fork) {
        JsonPlace env = test.require("env");
        Word blobFee = blobBaseFee(
                env.get("currentExcessBlobGas").map(Fields::number).orElse(BigInteger.ZERO),
                updateFraction(test, fork));
        Word chainId = test.get("config")
                .flatMap(c -> c.get("chainid"))
                .map(Fields::word)
                .orElse(Word.ONE);
        return new BlockContext(
                Fields.number64(env.require("currentNumber")),
                Fields.number64(env.require("currentTimestamp")),
                Fields.address(env.require("currentCoinbase")),
                Fields.number64(env.require("currentGasLimit")),
                Fields.word(env.require("currentBaseFee")),
                Fields.word(env.require("currentRandom")),
                blobFee,
                chainId,
                StateTestReader::blockHash);
    }

    /** State tests have no earlier blocks. By convention the hash is that of the decimal number. */
    private static Word blockHash(long number) {
        return Keccak.hash(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
    }

    private static BigInteger updateFraction(JsonPlace test, EvmFork fork) {
        String name = fork.name().charAt(0) + fork.name().substring(1).toLowerCase(Locale.ROOT);
        return test.get("config")
                .flatMap(c -> c.get("blobSchedule"))
                .flatMap(s -> s.get(name))
                .map(s -> Fields.number(s.require("baseFeeUpdateFraction")))
                .orElse(fork.includes(EvmFork.PRAGUE) ? PRAGUE_UPDATE_FRACTION : CANCUN_UPDATE_FRACTION);
    }

    /** EIP-4844: e to the excess over the fraction, by Taylor's series in integers. */
    private static Word blobBaseFee(BigInteger excess, BigInteger fraction) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger term = fraction;
        for (int i = 1; term.signum() > 0; i++) {
            sum = sum.add(term);
            term = term.multiply(excess).divide(fraction.multiply(BigInteger.valueOf(i)));
        }
        return Word.of(sum.divide(fraction));
    }
}
