/**
 * The contract ABI. It converts call data, returned data and events to and from the values of the language. Decoded
 * bytes may be hostile, so their size is bounded. Layouts of frequent functions and events are computed once.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.primitive}, {@code evm.state}, {@code spec.contract},
 * {@code spec.text}.
 */
package thymus.contracts.abi;
