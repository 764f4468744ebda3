package thymus.evm.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import thymus.evm.code.Bytecode;
import thymus.evm.primitive.Address;
import thymus.evm.primitive.Word;

class VisitTest {
    private static final int ACCOUNTS = 3;

    private final World world = new World();

    /** Everything that a view could read. */
    private List<Object> state() {
        List<Object> state = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            Address address = Address.of(i + 1);
            Map<Word, Word> storage = world.storage(address);
            state.add(List.of(world.balance(address), world.nonce(address), world.code(address), storage));
        }
        return state;
    }

    private void change(Random random) {
        Address address = Address.of(1 + random.nextInt(ACCOUNTS));
        switch (random.nextInt(6)) {
            case 0 -> world.setBalance(address, Word.of(random.nextInt(5)));
            case 1 -> world.setNonce(address, random.nextInt(5));
            case 2 -> world.setCode(address, Bytecode.of(new byte[random.nextInt(3)]));
            case 3 -> world.delete(world.account(address));
            case 4 -> world.transaction().begin();
            default -> world.setStorage(address, Word.of(random.nextInt(4)), Word.of(random.nextInt(3)));
        }
    }

    @Property
    void aVisitSeesWhatWasAndLeavesWhatIs(@ForAll long seed) {
        Random random = new Random(seed);
        List<Integer> marks = new ArrayList<>();
        List<List<Object>> states = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            marks.add(world.snapshot());
            states.add(state());
            change(random);
            change(random);
            List<Object> present = state();
            int visited = random.nextInt(marks.size());
            world.visit(marks.get(visited), () -> {
                assertEquals(states.get(visited), state());
                change(random);
                return 0;
            });
            assertEquals(present, state());
        }
        int back = random.nextInt(marks.size());
        world.rollback(marks.get(back));
        assertEquals(states.get(back), state());
    }
}
