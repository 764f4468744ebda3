package thymus.solver.proof;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thymus.contracts.abi.AbiCodec;
import thymus.contracts.abi.AbiException;
import thymus.contracts.abi.Selector;
import thymus.evm.primitive.Word;
import thymus.solver.property.SymbolicContext;
import thymus.solver.property.SymbolicTransaction;
import thymus.solver.smt.SmtResult;
import thymus.spec.Specification;
import thymus.spec.contract.FunctionModel;
import thymus.spec.contract.Parameter;
import thymus.system.execution.Step;
import thymus.system.execution.StepCall;

/** Turns the solver's values for symbolic transactions into steps that can be run. */
final class StepReader {
    private final Specification specification;
    private final Map<String, BigInteger> addresses;

    StepReader(Specification specification, Map<String, BigInteger> addresses) {
        this.specification = specification;
        this.addresses = addresses;
    }

    List<Step> read(List<SymbolicTransaction> path, SmtResult.Satisfiable values) {
        List<Step> steps = new ArrayList<>();
        for (SymbolicTransaction transaction : path) {
            // A transaction that changes nothing still lets time pass: a bare call to nobody.
            String target = transaction.attempted().orElse("0x" + "0".repeat(38) + "01");
            steps.add(new Step(
                            name(values.value(transaction.after().context().sender())),
                            target,
                            transaction.attempted().isPresent()
                                    ? call(target, transaction.call(), values)
                                    : toNobody(transaction, values),
                            values.value(transaction.after().context().value()),
                            difference(
                                    values.value(transaction.after().context().timestamp()),
                                    values.value(transaction.before().context().timestamp())),
                            difference(
                                    values.value(transaction.after().context().number()),
                                    values.value(transaction.before().context().number())))
                    .ahead(ahead(target, transaction, values)));
        }
        return List.copyOf(steps);
    }

    /** How far ahead the clock of the target's chain is, or of the one other chain. */
    private long ahead(String target, SymbolicTransaction transaction, SmtResult.Satisfiable values) {
        SymbolicContext context = transaction.after().context();
        return specification
                .chains()
                .of(target)
                .map(context.clocks()::get)
                .or(() -> context.clocks().values().stream().findFirst())
                .map(clock -> values.value(clock.timestamp()).subtract(values.value(context.timestamp())))
                .map(BigInteger::longValue)
                .orElse(0L);
    }

    private static StepCall toNobody(SymbolicTransaction transaction, SmtResult.Satisfiable values) {
        int selector = values.value(transaction.after().context().selector()).intValue();
        return new StepCall.RawCall(selector == 0 ? new byte[0] : new Selector(selector).bytes());
    }

    private static long difference(BigInteger later, BigInteger earlier) {
        return later.subtract(earlier)
                .max(BigInteger.ZERO)
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValue();
    }

    private String name(BigInteger address) {
        return addresses.entrySet().stream()
                .filter(entry -> entry.getValue().equals(address))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> String.format("0x%040x", address));
    }

    private StepCall call(String target, SymbolicTransaction.CallSymbols call, SmtResult.Satisfiable values) {
        int selector = values.value(call.selector()).intValue();
        Optional<FunctionModel> function = specification.modelOf(target).functions().stream()
                .filter(f -> Selector.of(f).value() == selector)
                .findFirst();
        int words = function.map(f ->
                        f.inputs().stream().mapToInt(p -> p.type().headWords()).sum())
                .orElse(4);
        ByteArrayOutputStream arguments = new ByteArrayOutputStream();
        for (int i = 0; i < words; i++) {
            arguments.writeBytes(Word.of(values.value(call.argument().apply(i))).toBytes32());
        }
        if (function.isPresent()
                && function.get().inputs().stream().allMatch(p -> p.type().isStatic())) {
            try {
                return new StepCall.FunctionCall(
                        function.get(),
                        AbiCodec.decode(
                                function.get().inputs().stream()
                                        .map(Parameter::type)
                                        .toList(),
                                arguments.toByteArray()));
            } catch (AbiException e) {
                // Words that no encoder would write: sent as they are.
                return raw(selector, arguments.toByteArray());
            }
        }
        return raw(selector, arguments.toByteArray());
    }

    private static StepCall raw(int selector, byte[] arguments) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(new Selector(selector).bytes());
        data.writeBytes(arguments);
        return new StepCall.RawCall(data.toByteArray());
    }
}
