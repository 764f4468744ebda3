/**
 * Runs Ethereum's official state tests (execution-spec-tests, ethereum/tests) and compares the state after each,
 * account by account.
 */
package thymus.evm.statetest;
