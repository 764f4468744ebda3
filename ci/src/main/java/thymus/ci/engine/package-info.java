/** Puts the deployed system, the campaign, the prover and the replay behind what {@code thymus.ci.check} asks for. */
package thymus.ci.engine;
