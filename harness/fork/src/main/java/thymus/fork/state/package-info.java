/**
 * The state of another chain, from which worlds go on: files that hold all of it, and nodes that are asked for what is
 * needed. A {@link thymus.fork.state.ForkState} may be shared by threads; the origins that it gives may not.
 */
package thymus.fork.state;
