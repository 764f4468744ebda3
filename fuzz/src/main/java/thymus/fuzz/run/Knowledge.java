package thymus.fuzz.run;

import thymus.fuzz.generate.Chances;
import thymus.fuzz.generate.Dictionary;

/**
 * What the batches before have taught; it does not change while a batch runs.
 *
 * @param covered by all sequences so far
 * @param watched the properties that are not broken yet
 */
record Knowledge(
        Chances chances,
        Dictionary dictionary,
        Corpus corpus,
        Features covered,
        boolean[] watched) {}
