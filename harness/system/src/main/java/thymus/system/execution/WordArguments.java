package thymus.system.execution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import thymus.contracts.abi.AbiException;
import thymus.contracts.abi.AbiValue;
import thymus.contracts.abi.CallLayout;
import thymus.contracts.abi.Selector;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.FunctionModel;
import thymus.spec.monitor.UndefinedValue;
import thymus.spec.tree.Expr;

/** Builds call data from the flattened words of an expression's arguments. */
final class WordArguments {
    private WordArguments() {}

    /**
     * @param expressions the arguments; their struct and array literals give the words their shape
     * @param words all scalars of the arguments in order
     */
    static byte[] callData(CallLayout layout, FunctionModel function, List<Expr> expressions, List<BigInteger> words) {
        try {
            if (layout.isFlat()) {
                return layout.callData(words);
            }
            List<AbiValue> values = new ArrayList<>(expressions.size());
            Iterator<BigInteger> rest = words.iterator();
            for (int i = 0; i < expressions.size(); i++) {
                values.add(value(function.inputs().get(i).type(), expressions.get(i), rest));
            }
            return Selector.callData(function, values);
        } catch (AbiException e) {
            throw new UndefinedValue(function.name() + " cannot be called: " + e.getMessage(), e);
        }
    }

    private static AbiValue value(AbiType type, Expr expression, Iterator<BigInteger> rest) {
        if (expression instanceof Expr.Sequence sequence) {
            List<AbiValue> elements = new ArrayList<>();
            for (int i = 0; i < sequence.elements().size(); i++) {
                elements.add(
                        value(SetupArguments.inner(type, i), sequence.elements().get(i), rest));
            }
            return new AbiValue.Sequence(elements);
        }
        return AbiValue.of(rest.next());
    }
}
