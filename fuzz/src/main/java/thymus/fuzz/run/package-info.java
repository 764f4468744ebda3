/**
 * Runs sequences in numbered batches, judges them and learns from them; knows systems only as {@link
 * thymus.fuzz.run.Subject}s.
 */
package thymus.fuzz.run;
