/**
 * A specification's contracts on a local chain: deployed as {@code setup} says, driven step by step, and read as
 * properties see them.
 */
package thymus.system.execution;
