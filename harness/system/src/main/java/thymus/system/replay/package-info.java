/** Counterexamples as files, and what happens when they are run again: call by call, variable by variable. */
package thymus.system.replay;
