package thymus.spec.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import thymus.spec.Examples;
import thymus.spec.SyntaxError;
import thymus.spec.syntax.PropertyTexts;
import thymus.spec.syntax.Source;

class FormatterTest {
    private static final List<String> SPACES = List.of(
            " ", "  ", "\n", "\n\n\n", "\t", " \r\n ", "/* a */", " // b\n", "\n\n  // c\n\n", "\n/* d\n   e */\n");

    private static String format(String text) {
        return Formatter.format(new Source("test.inv", text));
    }

    private static void assertFormats(String text, String expected) {
        assertEquals(expected, format(text));
        assertEquals(expected, format(expected));
    }

    @Test
    void statementsBeginOnLinesOfTheirOwn() {
        assertFormats("""
                contract A="A.sol:A";actor alice,bob;
                setup{start time 1_700_000_000;a=new A((true,1),[ 2 ,3 ])from alice value 1 ether;
                for u in{alice,bob}{a.pay(- 1 , u)from u;a.end()from u;}}
                """, """
                contract A = "A.sol:A";
                actor alice, bob;
                setup {
                  start time 1_700_000_000;
                  a = new A((true, 1), [2, 3]) from alice value 1 ether;
                  for u in {alice, bob} {
                    a.pay(-1, u) from u;
                    a.end() from u;
                  }
                }
                """);
    }

    @Test
    void aBlockOfOneStatementStaysOnOneLine() {
        assertFormats("setup{ a=new A()from b; }adversary{}", """
                setup { a = new A() from b; }
                adversary { }
                """);
    }

    @Test
    void callsOfActionsAndTriesAreStatements() {
        assertFormats("""
                action supply weight 3{vault.deposit(1 ..1000e18)from{alice,bob};}
                action open{n in 1..5;token.approve ( vault,n ) ;
                time advances 0..1 days;vault.deposit(n,_,call vault.f( 1 ))value 1 .. 2;}
                try{vault.deposit(100)from alice;

                time advances 1 days;}
                """, """
                action supply weight 3 { vault.deposit(1 .. 1000e18) from {alice, bob}; }
                action open {
                  n in 1 .. 5;
                  token.approve(vault, n);
                  time advances 0 .. 1 days;
                  vault.deposit(n, _, call vault.f(1)) value 1 .. 2;
                }
                try {
                  vault.deposit(100) from alice;

                  time advances 1 days;
                }
                """);
    }

    @Test
    void anIsolationIsOneStatement() {
        assertFormats("""
                isolate n:offender a when c.bad( a );others keep{c.f,c . g}modulo{ c.x[a],balance( c ) };
                isolate m: offender a when c.bad(a);
                       others keep {c.f};
                rule r:on ok(c.f):c.x>0==>same  as
                without d;
                """, """
                isolate n: offender a when c.bad(a); others keep {c.f, c.g} modulo {c.x[a], balance(c)};
                isolate m: offender a when c.bad(a);
                       others keep {c.f};
                rule r: on ok(c.f): c.x > 0 ==> same as
                    without d;
                """);
    }

    @Test
    void atMostOneEmptyLineStays() {
        assertFormats(
                "\n\nactor a;\n\n\n\nactor b;\nactor c;\n\nadversary {\n\n  signs a;\n\n  signs b;\n\n}\n\n\n", """
                actor a;

                actor b;
                actor c;

                adversary {
                  signs a;

                  signs b;
                }
                """);
    }

    @Test
    void operatorsStandApartAndSignsStandClose() {
        assertFormats("""
                invariant x:a.b( )>=c [d][ 1 ].e&&!f||-g<2**3 ==>h?i:(j) ;
                rule r : on ok(a.f(uint256  v , ...)from w)returns(z)where v>0:false;
                rule p:never panics(0x11,0x12) in a ,b;
                limit l:forall duration W:sum(out   by u,last W)<=10%*a.cap();
                flow out=a.Paid* ( _ ,address u , v )@A where u!=b=>v by u;
                """, """
                invariant x: a.b() >= c[d][1].e && !f || -g < 2 ** 3 ==> h ? i : (j);
                rule r: on ok(a.f(uint256 v, ...) from w) returns (z) where v > 0: false;
                rule p: never panics(0x11, 0x12) in a, b;
                limit l: forall duration W: sum(out by u, last W) <= 10% * a.cap();
                flow out = a.Paid*(_, address u, v)@A where u != b => v by u;
                """);
    }

    @Test
    void clausesOfBenignTracesAreLinesOfTheirOwn() {
        assertFormats("""
                benign{call a.f( x,_ )from b where x<=5;time advances 1 minutes..2 days;sum(out,last 1 days)<=5;}
                never_trips n:a.tripped( );
                envelope e:on a.set * ( … ),b.g:a.fee<=5;
                within w:during a.f ,a.set * (…):a.x<=prev( a.x );
                rule i:on call( a.f( n )from b )returns( m ):n==m;
                respond r:when a.x(),within 5 blocks:a.y() by b with a.f( 1 ),a.g();
                """, """
                benign {
                  call a.f(x, _) from b where x <= 5;
                  time advances 1 minutes .. 2 days;
                  sum(out, last 1 days) <= 5;
                }
                never_trips n: a.tripped();
                envelope e: on a.set*(…), b.g: a.fee <= 5;
                within w: during a.f, a.set*(…): a.x <= prev(a.x);
                rule i: on call(a.f(n) from b) returns (m): n == m;
                respond r: when a.x(), within 5 blocks: a.y() by b with a.f(1), a.g();
                """);
    }

    @Test
    void linesThatTheAuthorBrokeStayBroken() {
        assertFormats("""
                  invariant x: a
                  ==> b
                        && c;
                  setup
                  {
                      a.f(
                        1
                      ) from b
                  ;
                  }
                """, """
                invariant x: a
                    ==> b
                      && c;
                setup {
                  a.f(
                      1
                  ) from b;
                }
                """);
    }

    @Test
    void commentsStayWhereTheyAre() {
        assertFormats("""
                // first
                /* second
                   goes on */
                actor a; // beside
                // below

                    // apart
                setup { // in it
                      /* moved
                           with it */
                      a.f(1, // one
                  2); // at the end
                  // last
                }
                // end
                """, """
                // first
                /* second
                   goes on */
                actor a; // beside
                // below

                // apart
                setup { // in it
                  /* moved
                       with it */
                  a.f(1, // one
                      2); // at the end
                  // last
                }
                // end
                """);
    }

    @Test
    void whatDoesNotParseIsRefusedWithItsPlace() {
        assertEquals(
                "test.inv:2:1",
                assertThrows(SyntaxError.class, () -> format("actor a\nactor b;"))
                        .span()
                        .toString());
    }

    @Test
    void nothingBecomesNothing() {
        assertEquals("", format(""));
        assertEquals("", format(" \n \n"));
        assertEquals("// alone\n", format("  // alone"));
    }

    /** Formatting keeps tokens and comments, whatever stands between them, and a second time changes nothing. */
    @Property(tries = 100)
    void wordsAndCommentsStay(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (SourceToken token : SourceToken.in(new Source("test.inv", Examples.VAULT))) {
            text.append(random.nextInt(4) == 0 ? SPACES.get(random.nextInt(SPACES.size())) : " ");
            text.append(token.symbol().getType() < 0 ? "" : token.symbol().getText());
        }
        String formatted = format(text.toString());
        assertEquals(content(text.toString()), content(formatted));
        assertEquals(formatted, format(formatted));
        assertEquals(
                PropertyTexts.conditions(new Source("test.inv", Examples.VAULT)).keySet(),
                PropertyTexts.conditions(new Source("test.inv", formatted)).keySet());
    }

    private static List<String> content(String text) {
        return SourceToken.in(new Source("test.inv", text)).stream()
                .flatMap(token -> Stream.concat(
                        token.gap().comments().stream()
                                .map(comment -> comment.text().replaceAll("\\s+", " ")),
                        Stream.of(token.symbol().getText())))
                .toList();
    }
}
