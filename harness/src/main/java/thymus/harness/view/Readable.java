package thymus.harness.view;

import thymus.harness.world.World;

/**
 * The state that a formula is read in.
 *
 * @param timestamp of the block, in seconds
 * @param number of the block
 */
record Readable(World world, long timestamp, long number) {}
