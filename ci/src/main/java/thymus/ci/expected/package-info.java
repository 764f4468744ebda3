/**
 * What {@code NAME.expected.json} says of {@code NAME.inv}, and how the verdicts of a check compare with it.
 *
 * <p>May import of Thymus: {@code ci}, {@code ci.verdict}.
 */
package thymus.ci.expected;
