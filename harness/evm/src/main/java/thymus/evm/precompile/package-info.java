/**
 * The contracts that the protocol itself computes: {@link thymus.evm.precompile.Precompiles} says which fork has which.
 * Of {@code thymus.evm.interpreter} it knows only the forks and the exception.
 */
package thymus.evm.precompile;
