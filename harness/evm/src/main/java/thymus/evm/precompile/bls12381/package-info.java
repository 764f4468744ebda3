/**
 * The curve BLS12-381 (EIP-2537): {@link thymus.evm.precompile.bls12381.Group} is the native library blst, which is loaded
 * on first use; {@link thymus.evm.precompile.bls12381.MapToCurve} is what its Java interface does not offer.
 *
 * <p>May import of Thymus: {@code evm.precompile.field}.
 */
package thymus.evm.precompile.bls12381;
