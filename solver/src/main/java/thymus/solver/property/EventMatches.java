package thymus.solver.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thymus.contracts.abi.Selector;
import thymus.contracts.abi.StaticHead;
import thymus.solver.UnsupportedConstructException;
import thymus.solver.property.SymbolicTransaction.Match;
import thymus.solver.symbolic.SymbolicLog;
import thymus.solver.term.BoolTerm;
import thymus.solver.term.IntTerm;
import thymus.solver.term.Simplifier;
import thymus.solver.term.Terms;
import thymus.spec.contract.AbiType;
import thymus.spec.contract.EventModel;
import thymus.spec.contract.Parameter;
import thymus.spec.tree.Trigger;
import thymus.spec.tree.Variable;

/** The events of a transaction that a trigger is about. */
final class EventMatches {
    private final SymbolicTransaction transaction;
    private final SystemModel model;
    private final Terms terms;
    private final Simplifier simplifier;

    EventMatches(SymbolicTransaction transaction, SystemModel model) {
        this.transaction = transaction;
        this.model = model;
        this.terms = model.terms();
        this.simplifier = transaction.simplifier();
    }

    /** The events of the contract that were seen; unknown code may cause further ones. */
    List<Match> seen(Trigger.Emitted trigger) {
        IntTerm emitter = terms.constant(model.addressOf(trigger.contract()));
        IntTerm signature = terms.constant(Selector.topic(trigger.event()));
        List<Match> matches = new ArrayList<>();
        for (int place = 0; place < transaction.logs().size(); place++) {
            SymbolicLog log = transaction.logs().get(place);
            if (log.address() != emitter || log.topics().isEmpty()) {
                continue;
            }
            long indexed = trigger.event().fields().stream()
                    .filter(EventModel.Field::indexed)
                    .count();
            if (log.topics().size() != 1 + indexed) {
                continue;
            }
            BoolTerm named = simplifier.simplify(terms.equal(log.topics().getFirst(), signature));
            if (named == terms.no) {
                continue;
            }
            BoolTerm condition = simplifier.simplify(terms.and(named, isWellFormed(trigger, log)));
            if (condition != terms.no) {
                matches.add(new Match(condition, bindings(trigger, log), place));
            }
        }
        return matches;
    }

    /** An event with an invalid encoding is not a match, as in the monitors. */
    private BoolTerm isWellFormed(Trigger.Emitted trigger, SymbolicLog log) {
        BoolTerm all = terms.yes;
        int topic = 1;
        int word = 0;
        for (EventModel.Field field : trigger.event().fields()) {
            if (field.indexed()) {
                all = terms.and(all, SpecValues.isEncoded(terms, log.topics().get(topic++), field.type()));
                continue;
            }
            if (!field.type().isStatic()) {
                throw new UnsupportedConstructException(trigger.span() + ": an event with a field of unknown length");
            }
            for (AbiType type : StaticHead.types(List.of(new Parameter("", field.type())))) {
                if (word == log.wholeWords().size()) {
                    return missing(trigger, log, word);
                }
                all = terms.and(
                        all,
                        log.has(word, terms),
                        SpecValues.isEncoded(terms, log.wholeWords().get(word++), type));
            }
        }
        return all;
    }

    /**
     * The event does not match if its data end before the word.
     *
     * @throws UnsupportedConstructException if the data may go on where they were not read
     */
    private BoolTerm missing(Trigger.Emitted trigger, SymbolicLog log, int word) {
        if (simplifier.simplify(log.has(word, terms)) != terms.no) {
            throw new UnsupportedConstructException(trigger.span() + ": " + trigger.contract() + "."
                    + trigger.event().name() + ", of which an event with data of unknown length may be one");
        }
        return terms.no;
    }

    private Map<Variable, IntTerm> bindings(Trigger.Emitted trigger, SymbolicLog log) {
        Map<Variable, IntTerm> bound = new LinkedHashMap<>();
        for (Trigger.Binding binding : trigger.bindings()) {
            int topic = 1;
            int word = 0;
            for (int i = 0; i < binding.word(); i++) {
                EventModel.Field field = trigger.event().fields().get(i);
                if (field.indexed()) {
                    topic++;
                } else {
                    word += field.type().headWords();
                }
            }
            EventModel.Field field = trigger.event().fields().get(binding.word());
            List<IntTerm> from = field.indexed() ? log.topics() : log.wholeWords();
            int index = field.indexed() ? topic : word;
            IntTerm raw = index < from.size() ? from.get(index) : terms.zero;
            bound.put(binding.variable(), simplifier.simplify(SpecValues.decode(terms, raw, field.type())));
        }
        return bound;
    }
}
