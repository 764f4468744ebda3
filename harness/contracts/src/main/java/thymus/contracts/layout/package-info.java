/**
 * Storage by variable names, over the compiler's storage layout: from a name to slots, and from a slot to a name. Keys
 * of mappings are recovered from observed hashes. This package reads slots through
 * {@link thymus.contracts.layout.StorageSnapshot} and knows no chain.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code evm.primitive}, {@code spec.contract}, {@code spec.monitor},
 * {@code spec.text}, {@code spec.tree}.
 */
package thymus.contracts.layout;
