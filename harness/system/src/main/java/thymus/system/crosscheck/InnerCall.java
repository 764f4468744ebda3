package thymus.system.crosscheck;

/**
 * The result of a call by an attacker's contract.
 *
 * @param output the returned data, or the data of the REVERT
 */
record InnerCall(boolean ok, byte[] output) {}
