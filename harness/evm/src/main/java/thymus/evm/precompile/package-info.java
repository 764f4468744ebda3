/**
 * The contracts that the protocol itself computes: {@link thymus.evm.precompile.Precompiles} says which fork has which.
 * It knows neither code nor state.
 *
 * <p>May import of Thymus: {@code evm}, {@code evm.precompile.bls12381}, {@code evm.precompile.bn254},
 * {@code evm.precompile.field}, {@code evm.primitive}.
 */
package thymus.evm.precompile;
