/*
 * The invariant language. Everything that the language is meant to hold parses here; what has no meaning yet is
 * refused by name by the checker (thymus.spec.check.Unsupported), not by the parser. REFERENCE.md explains each form.
 */
grammar Inv;

specification : declaration* EOF ;

declaration
    : 'contract' name '=' STRING ('at' expression)? ';'                                  # contractDeclaration
    | 'actor' account (',' account)* ';'                                                 # actorDeclaration
    | 'setup' '{' statement* '}'                                                         # setupDeclaration
    | 'adversary' '{' clause* '}'                                                        # adversaryDeclaration
    | 'flow' name '=' flowSource ('where' expression)? '=>' expression flowPart* ';'     # flowDeclaration
    | 'ghost' type? name ('=' expression)? ';'                                           # ghostDeclaration
    | 'on' trigger ('where' expression)? ':' name operator=('=' | '+=' | '-=') expression ';'   # updateDeclaration
    | 'invariant' name ':' expression ';'                                                # invariantDeclaration
    | 'rule' name ':'
      (prohibition | ('on' trigger ('where' expression)? ':')? expression) ';'           # ruleDeclaration
    | 'limit' name ':' expression ';'                                                    # limitDeclaration
    | 'lemma' name ':' expression ';'                                                    # lemmaDeclaration
    | 'define' name ('(' parameter (',' parameter)* ')')? '=' expression ';'             # defineDeclaration
    | 'callee' name (':' name | behaves='behaves' name) ';'                              # calleeDeclaration
    | 'import' STRING ';'                                                                # importDeclaration
    | 'expect' name ('in' expression)? ';'                                               # expectDeclaration
    | 'respond' name ':' 'when' expression ',' 'within' expression ':' expression
      ('by' expression ('with' expression (',' expression)*)?)? ';'                      # respondDeclaration
    | 'enabled' name ':' expression ';'                                                  # enabledDeclaration
    | 'isolate' name ':' 'offender' name 'when' expression ';'
      'others' 'keep' set ('modulo' set)? ';'                                            # isolateDeclaration
    | 'maximize' name ':' expression ('over' expression)? ';'                            # maximizeDeclaration
    | 'claim' expression ';'                                                             # claimDeclaration
    | 'benign' '{' benignClause* '}'                                                     # benignDeclaration
    | 'never_trips' name ':' expression ';'                                              # neverTripsDeclaration
    | 'envelope' name ':' 'on' trigger (',' trigger)* ':' expression ';'                 # envelopeDeclaration
    | 'within' name ':' 'during' trigger (',' trigger)* ':' expression ';'               # withinDeclaration
    | 'parameter' name 'in' expression '..' expression ';'                               # parameterDeclaration
    | 'fork' forkSource ('block' expression)? ';'                                        # forkDeclaration
    | 'chain' name (',' name)* ('with' 'clocks' 'within' expression)? ';'                # chainDeclaration
    | 'relay' name '=' trigger 'to' name '.' member '(' (expression (',' expression)*)? ')'
      ('within' expression)? (',' words)* ';'                                            # relayDeclaration
    | 'delay' '<=' expression ';'                                                        # delayDeclaration
    | 'action' name ('weight' expression)? '{' move* '}'                                 # actionDeclaration
    | 'try' '{' move* '}'                                                                # tryDeclaration
    ;

parameter : type? name ;

/* What a relay promises, such as "at most once"; the checker knows the promises. */
words : name+ ;

account : name ('at' expression)? ;

forkSource
    : STRING                                                           # forkPlace
    | 'env' name                                                       # forkVariable
    ;

/* ---- setup ---- */

statement
    : 'start' 'time' expression ';'                                    # startTime
    | name '=' 'new' name '(' arguments? ')' ('as' name)? option* ';'  # deployment
    | name '.' member '(' arguments? ')' option* ';'                   # setupCall
    | 'for' name 'in' domain '{' statement* '}'                        # setupLoop
    ;

option
    : 'from' expression                                                # senderOption
    | 'value' expression                                               # valueOption
    | 'on' name                                                        # chainOption
    ;

domain
    : set                                                              # listedDomain
    | name                                                             # namedDomain
    ;

set : '{' (expression (',' expression)*)? '}' ;

/* ---- adversary ---- */

clause
    : 'trusts' name ('for' functionReference (',' functionReference)*)? ';'      # trustsClause
    | 'excludes' functionReference (',' functionReference)* ';'                  # excludesClause
    | 'signs' name (',' name)* ';'                                               # signsClause
    | 'time' 'advances' expression '..' expression ';'                           # advancesClause
    | 'time' 'until' expression ';'                                              # untilClause
    ;

/* ---- what happens where nobody attacks ---- */

benignClause
    : 'call' occurrence ('from' sender=expression)? ('where' condition=expression)? ';'  # benignCall
    | 'time' 'advances' expression '..' expression ';'                           # benignAdvance
    | expression ';'                                                             # benignCondition
    ;

/* ---- what the fuzzer does, beside what it thinks of itself ---- */

move
    : 'time' 'advances' choice ';'                                     # moveAdvance
    | name 'in' choice ';'                                             # moveValue
    | name '.' member '(' (choice (',' choice)*)? ')' moveOption* ';'  # moveCall
    ;

moveOption
    : 'from' choice                                                    # moveSender
    | 'value' choice                                                   # movePayment
    ;

choice
    : set                                                              # listedChoice
    | expression '..' expression                                       # rangedChoice
    | 'call' name '.' member '(' arguments? ')'                        # encodedChoice
    | expression                                                       # givenChoice
    ;

functionReference : name '.' member ('(' (type (',' type)*)? ')')? ;

type : (name | '(' type (',' type)* ')') ('[' NUMBER? ']')* ;

/* ---- triggers and flows ---- */

trigger
    : outcome=('ok' | 'reverted' | 'attempted' | 'call') '(' occurrence ('from' expression)? ')' ('with' reason)?
      ('returns' '(' pattern (',' pattern)* ')')?                      # callTrigger
    | occurrence                                                       # eventTrigger
    ;

/* What no step of a contract may fail with. */
prohibition : 'never' failure ('in' name (',' name)*)? ;

failure
    : 'panics' ('(' expression (',' expression)* ')')?                 # panicFailure
    | 'asserts'                                                        # assertionFailure
    ;

/* Panic, Panic(0x11), Error("text"), or an error of a contract. */
reason : (name '.')? name ('(' expression? ')')? ;

occurrence : (name '.')? member wildcard='*'? ('(' (pattern (',' pattern)*)? ')')? ('@' name)? ;

/* The first that fits: a name may be one of a type, an account or a constant, which the checker tells apart. */
pattern
    : name                                                             # namePattern
    | type name                                                        # typedPattern
    | '(' pattern (',' pattern)* ')'                                   # groupPattern
    | type                                                             # typePattern
    | ELLIPSIS                                                         # ellipsisPattern
    | expression                                                       # valuePattern
    ;

flowSource
    : trigger                                                          # triggerSource
    | 'ether' direction=('from' | 'to') expression                     # etherSource
    | name direction=('from' | 'to') expression                        # tokenSource
    | expression 'updates'                                             # updateSource
    ;

flowPart
    : 'by' expression                                                  # flowKey
    | 'where' expression                                               # flowCondition
    ;

/* ---- expressions, the tightest binding first ---- */

expression
    : literal                                                          # literalExpression
    | name                                                             # nameExpression
    | '(' expression (',' expression)* ')'                             # groupExpression
    | '[' (expression (',' expression)*)? ']'                          # arrayExpression
    | ELLIPSIS                                                         # ellipsisExpression
    | expression '.' member                                            # memberExpression
    | expression '[' expression ']'                                    # indexExpression
    | expression '(' arguments? ')'                                    # callExpression
    | expression '@' name                                              # chainExpression
    | operator=('!' | '-') expression                                  # prefixExpression
    | 'squared' expression                                             # squaredExpression
    | <assoc=right> expression '**' expression                         # powerExpression
    | expression operator=('*' | '/' | '%') expression                 # productExpression
    | expression operator=('+' | '-') expression                       # sumExpression
    | expression operator=('<' | '<=' | '>' | '>=' | '==' | '!=') expression   # comparison
    | expression 'since' expression                                    # sinceExpression
    | expression '&&' expression                                       # conjunction
    | expression '||' expression                                       # disjunction
    | <assoc=right> expression '==>' expression                        # implication
    | <assoc=right> expression '?' expression ':' expression           # conditional
    | 'same' 'as' 'without' name                                       # sameAsWithout
    | expression 'same' 'as' 'without' name                            # sameSuffix
    | 'no' expression                                                  # absence
    | 'forall' quantifier ':' expression                               # universal
    ;

arguments : argument (',' argument)* ;

argument
    : expression ('by' expression)? ('from' expression)?               # plainArgument
    | 'last' expression                                                # windowArgument
    | 'call' name '.' member '(' arguments? ')'                        # encodedArgument
    ;

quantifier
    : type name (',' quantified)*                                      # typedQuantifier
    | name 'in' domain                                                 # domainQuantifier
    ;

/* Without a type it has that of the one before. */
quantified : type? name ;

literal
    : NUMBER unit=(IDENTIFIER | 'ether' | 'block')?                    # numberLiteral
    | PERCENTAGE                                                       # percentageLiteral
    | HEX                                                              # hexLiteral
    | STRING                                                           # stringLiteral
    | value=('true' | 'false')                                         # truthLiteral
    ;

/* Contracts may use our words as names; only those that can begin an expression in another sense are kept back. */
member : name | 'last' | 'no' | 'squared' | 'forall' | 'true' | 'false' ;

name
    : IDENTIFIER
    | 'contract' | 'at' | 'actor' | 'setup' | 'adversary' | 'flow' | 'where' | 'invariant' | 'rule' | 'on' | 'limit'
    | 'respond' | 'when' | 'within' | 'enabled' | 'isolate' | 'offender' | 'others' | 'keep' | 'modulo' | 'maximize'
    | 'over' | 'claim' | 'benign' | 'never_trips' | 'envelope' | 'parameter' | 'in' | 'fork' | 'block' | 'chain'
    | 'delay' | 'action' | 'weight' | 'env' | 'start' | 'time' | 'new' | 'for' | 'from' | 'value' | 'trusts' | 'excludes'
    | 'advances' | 'until' | 'ok' | 'reverted' | 'attempted' | 'returns' | 'ether' | 'to' | 'updates' | 'by' | 'since'
    | 'same' | 'as' | 'without' | 'expect' | 'define' | 'import' | 'with' | 'call' | 'signs'
    | 'ghost' | 'never' | 'panics' | 'asserts' | 'lemma' | 'callee' | 'behaves' | 'try' | 'relay' | 'clocks'
    | 'during'
    ;

NUMBER : DIGITS ('.' DIGITS)? ([eE] '-'? DIGITS)? ;
/* No space before the sign: "10% * x" is a share, "10 % x" a remainder. */
PERCENTAGE : DIGITS ('.' DIGITS)? '%' ;
HEX : '0' [xX] [0-9a-fA-F_]* ;
STRING : '"' (~["\\\r\n] | '\\' .)* '"' ;
ELLIPSIS : '...' | '…' ;
IDENTIFIER : [a-zA-Z_$] [a-zA-Z_$0-9]* ;

SPACE : [ \t\r\n\u000C]+ -> skip ;
LINE_COMMENT : '//' ~[\r\n]* -> skip ;
BLOCK_COMMENT : '/*' .*? '*/' -> skip ;

/* Last, so that it takes only what nothing else does: the reader reports it with its place. */
UNTERMINATED_STRING : '"' (~["\\\r\n] | '\\' .)* ;
UNTERMINATED_COMMENT : '/*' (~'*' | '*'+ ~[*/])* '*'* EOF ;
UNKNOWN : . ;

fragment DIGITS : [0-9] [0-9_]* ;
