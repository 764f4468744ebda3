/**
 * The curve BLS12-381 (EIP-2537): {@link thymus.harness.precompile.bls12381.Group} is the native library blst, which is loaded
 * on first use; {@link thymus.harness.precompile.bls12381.MapToCurve} is what its Java interface does not offer.
 */
package thymus.harness.precompile.bls12381;
