/**
 * The specification's view of contracts: functions, events, types and the storage layout. Artifacts are read behind
 * {@link thymus.spec.contract.ContractSource}. This package imports nothing else of Thymus.
 */
package thymus.spec.contract;
