/**
 * Contracts as the language sees them: functions, events, types and the storage layout. Artifacts are read
 * elsewhere, behind {@link thymus.spec.contract.ContractSource}. This package imports nothing else of Thymus.
 */
package thymus.spec.contract;
