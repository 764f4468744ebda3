/**
 * The precompiled contracts. {@link thymus.evm.precompile.Precompiles} lists the contracts of each fork. The package
 * does not know code or state.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.precompile.bls12381}, {@code evm.precompile.bn254}, {@code
 * evm.precompile.field}, {@code evm.primitive}.
 */
package thymus.evm.precompile;
