/**
 * Mazes: walks over a grid whose cells hold nested conditions over arguments and state. They are made from a number,
 * and Z3 says of each site whether it can be reached.
 */
package thymus.corpus.maze;
