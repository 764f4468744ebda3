/**
 * Storage by the names of variables, over the layout that the compiler printed: from a name to slots, and from a
 * slot back to a name. Keys of mappings are recovered from hashes that were seen. This package reads slots through
 * {@link thymus.contracts.layout.StorageSnapshot} and knows no chain.
 *
 * <p>May import of Thymus: {@code contracts.abi}, {@code evm.primitive}, {@code spec.contract},
 * {@code spec.monitor}, {@code spec.tree}.
 */
package thymus.contracts.layout;
