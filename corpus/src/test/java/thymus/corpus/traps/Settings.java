package thymus.corpus.traps;

/** How the compiler is to make the code; written for {@code compile-each.js}. */
record Settings(boolean optimized, boolean viaIr) {
    static Settings draw(Dice dice) {
        return switch (dice.below(25)) {
            // It takes the compiler six times as long as the usual way.
            case 0 -> new Settings(true, true);
            case 1, 2 -> new Settings(false, false);
            default -> new Settings(true, false);
        };
    }

    String json() {
        return "{\"optimizer\": {\"enabled\": " + optimized + ", \"runs\": 200}, \"viaIR\": " + viaIr + "}\n";
    }
}
