package thymus.ci.junit;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A class with {@link Thymus}. Its specification is read when it runs, and its tests are known then. */
final class SpecificationTests extends AbstractTestDescriptor {
    static final String CLASS = "class";
    static final String PROPERTY = "property";

    private final Class<?> type;
    private final Set<String> chosen = new HashSet<>();

    SpecificationTests(UniqueId parent, Class<?> type) {
        super(parent.append(CLASS, type.getName()), type.getSimpleName(), ClassSource.from(type));
        this.type = type;
    }

    Class<?> type() {
        return type;
    }

    AnnotatedCheck check() {
        return AnnotatedCheck.of(
                AnnotationSupport.findAnnotation(type, Thymus.class).orElseThrow(), type);
    }

    /** Runs this property, and no other that is not chosen as well. */
    void choose(String property) {
        chosen.add(property);
    }

    boolean isMeant(String property) {
        return chosen.isEmpty() || chosen.contains(property);
    }

    OfProperty add(String property) {
        OfProperty test = new OfProperty(getUniqueId(), type, property);
        addChild(test);
        return test;
    }

    /** The tags of the class, as Jupiter's tests have them. */
    @Override
    public Set<TestTag> getTags() {
        Set<TestTag> tags = new LinkedHashSet<>();
        AnnotationSupport.findRepeatableAnnotations(type, Tag.class)
                .forEach(tag -> tags.add(TestTag.create(tag.value())));
        return tags;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public boolean mayRegisterTests() {
        return true;
    }

    /** The test of one property. */
    static final class OfProperty extends AbstractTestDescriptor {
        private OfProperty(UniqueId parent, Class<?> type, String property) {
            super(parent.append(PROPERTY, property), property, ClassSource.from(type));
        }

        @Override
        public Type getType() {
            return Type.TEST;
        }
    }
}
