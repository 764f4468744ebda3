package thymus.ci.expected;

/**
 * What a small system re-enacts.
 *
 * @param loss what is lost to the attack in this system, or with the defence at most
 */
public record Incident(String name, int year, String loss) {
    public String text() {
        return name + ", " + year + ": loss " + loss;
    }
}
