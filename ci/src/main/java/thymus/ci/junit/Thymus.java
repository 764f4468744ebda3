package thymus.ci.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.annotation.Testable;
import thymus.ci.verdict.Requirement;

/**
 * Checks a specification and makes each of its properties a test of its name.
 *
 * <p>On a class, the class needs no methods. On a method, the method is called for each property whose test passes, and
 * may take a {@link thymus.ci.verdict.PropertyVerdict} to say more of it.
 *
 * <p>A property passes where the command {@code thymus check} exits with 0 for it. A falsified one fails with the
 * counterexample as it is printed, and with the file that replays it. One that is unknown or vacuous is aborted with
 * the reason, so that it is not taken for passed.
 */
@Documented
@Testable
@TestTemplate
@ExtendWith(PropertyTests.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Thymus {
    /** The specification: a path from the folder where the tests run, or a resource of the test's class path. */
    String value();

    /** The folder of the compiled contracts, named as the specification is; empty: found as a check finds it. */
    String artifacts() default "";

    /** The names of the properties to check; none: all. */
    String[] only() default {};

    /** Whether proofs are tried; without them a property that the fuzzer does not break is tested, which passes. */
    boolean proofs() default true;

    /** How long the check may take. */
    int seconds() default 120;

    /** The transactions that the fuzzer runs at most. */
    long transactions() default 200_000;

    /** The seed of all random choices. */
    long seed() default 1;

    /** What every verdict has to be, beside not falsified; none: nothing more. */
    Requirement[] require() default {};

    /** The folder where replay files and SMT queries go, in one of the specification's name. */
    String out() default ".thymus";
}
