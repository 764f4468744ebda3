package thymus.system.crosscheck;

/**
 * What came of a call that an attacker's contract made.
 *
 * @param output what it returned, or the data of its REVERT
 */
record InnerCall(boolean ok, byte[] output) {}
