"""The fixed lists of terms that an appraisal uses. Each term knows how it is written."""

from __future__ import annotations

from enum import Flag, auto

from appraiser.domain.term import Term


class Part(Flag):
    """The parts of an appraisal, so that a listener can ask whether a change touches it."""

    TRUST = auto()
    CASE = auto()
    OPTIONS = auto()
    BARRIERS = auto()
    CRITERIA = auto()
    SCORES = auto()
    COSTS = auto()
    SUPPORT = auto()
    PAPER = auto()
    SOURCES = auto()
    RESULTS = auto()


class Stage(Term):
    """The ten stages of the journey, in order."""

    TRUST = "trust", "Trust and scope"
    CASE = "case", "Case for change"
    OPTIONS = "options", "Options"
    GATES = "gates", "Gates and barriers"
    WEIGHTS = "weights", "Criteria and weights"
    SCORING = "scoring", "Scoring"
    COSTS = "costs", "Costs"
    RESULTS = "results", "Results"
    SUPPORT = "support", "Support plan"
    PAPER = "paper", "Board paper"

    @property
    def number(self) -> int:
        """Its place in the journey, from 1."""
        return list(Stage).index(self) + 1


class TrustStatus(Term):
    """The statutory status of the trust: it decides which law applies."""

    NHS_TRUST = "nhs-trust", "NHS trust"
    FOUNDATION_TRUST = "foundation-trust", "NHS foundation trust"


class TrustKind(Term):
    """What kind of care the trust gives."""

    ACUTE = "acute", "Acute"
    COMMUNITY = "community", "Community"
    MENTAL_HEALTH = "mental-health", "Mental health"
    AMBULANCE = "ambulance", "Ambulance"
    SPECIALIST = "specialist", "Specialist"


class Scope(Term):
    """How much of the trust is being considered."""

    WHOLE_ORGANISATION = "whole-organisation", "Whole organisation"
    SERVICE_LINE = "service-line", "Service line"


class Inheritance(Term):
    """The class from which a form inherits tax, pension, indemnity, capital and failure."""

    STATUTORY = "statutory", "Statutory NHS body"
    OWNED_COMPANY = "owned-company", "Company owned by an NHS body"
    INDEPENDENT = "independent", "Independent body"


class MeasureKind(Term):
    """What a measure measures; measures of different kinds or scales are never compared."""

    ENGAGEMENT = "engagement", "Staff survey engagement"
    ADVOCACY = "advocacy", "Staff who recommend the trust as a place to work"
    SICKNESS = "sickness", "Sickness absence"
    TURNOVER = "turnover", "Staff turnover"
    FRIENDS_AND_FAMILY = "friends-and-family", "Friends and Family Test"
    CQC = "cqc", "CQC rating"
    RECOVERED_VAT = "recovered-vat", "VAT recovered in a year"
    SAVINGS_PLAN = "savings-plan", "Savings plan delivered"
    OTHER = "other", "Other measure"


class ReadinessTest(Term):
    """The five tests of whether this is the time to appraise a mutual at all."""

    CQC = "cqc", "CQC position"
    UNIONS = "unions", "Union position"
    PRIORITIES = "priorities", "Rival priorities"
    LEADERSHIP = "leadership", "Leadership time"
    LARGEST_CONTRACT = "largest-contract", "Largest contract"


class Readiness(Term):
    """What a readiness test says, and what they say together."""

    GO = "go", "Go"
    CONDITIONS = "conditions", "Go with conditions"
    PAUSE = "pause", "Pause"


class TransferRoute(Term):
    """How staff would come to an option's body."""

    NONE = "none", "Nobody moves to another employer"
    COMPULSORY = "compulsory", "Transferred by law with their terms (TUPE)"
    VOLUNTARY = "voluntary", "By their own choice"


class Reach(Term):
    """Whether a challenge is the trust's own or shared across the country."""

    LOCAL = "local", "Local"
    NATIONAL = "national", "National"


class EvidenceStrength(Term):
    """How far the evidence for a benefit can be leant on."""

    NONE = "none", "No evidence yet"
    SELF_REPORT = "self-report", "Self-report"
    CASE = "case", "Single case"
    ASSOCIATION = "association", "Association in comparative data"
    EFFECT = "effect", "Measured effect"


class BenefitKind(Term):
    """The four kinds of benefit in the Comprehensive Investment Appraisal model."""

    CASH_RELEASING = "crb", "Cash-releasing"
    NON_CASH_RELEASING = "ncrb", "Non-cash-releasing"
    SOCIETAL = "sb", "Societal"
    UNMONETISABLE = "ub", "Unmonetisable"


class OptionRole(Term):
    """The part an option plays in the comparison."""

    BUSINESS_AS_USUAL = "business-as-usual", "Business as usual"
    DO_MINIMUM = "do-minimum", "Do minimum"
    CANDIDATE = "candidate", "Candidate"


class Listing(Term):
    """Where an option stands in the narrowing down."""

    LONGLIST = "longlist", "Longlist"
    SHORTLIST = "shortlist", "Shortlist"
    LEFT_OUT = "left-out", "Left out"


class Framework(Term):
    """The five choices of the options framework, in the order they are made."""

    SCOPE = "scope", "Scope"
    SOLUTION = "solution", "Solution"
    DELIVERY = "delivery", "Delivery"
    IMPLEMENTATION = "implementation", "Implementation"
    FUNDING = "funding", "Funding"


class Position(Term):
    """Where a choice lies between standing still and going furthest."""

    BUSINESS_AS_USUAL = "business-as-usual", "Business as usual"
    DO_MINIMUM = "do-minimum", "Do minimum"
    INTERMEDIATE = "intermediate", "Intermediate"
    DO_MAXIMUM = "do-maximum", "Do maximum"


class FrameworkVerdict(Term):
    """What the longlist workshop decided about a choice."""

    PREFERRED = "preferred", "Preferred way forward"
    CARRIED_FORWARD = "carried-forward", "Carried forward"
    DISCOUNTED = "discounted", "Discounted"


class FactorResult(Term):
    """How an option does against a critical success factor."""

    MEETS = "meets", "Meets"
    PARTLY = "partly", "Partly meets"
    FAILS = "fails", "Does not meet"


class Answer(Term):
    """A person's answer to a test."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNKNOWN = "unknown", "Not known"


class Gate(Term):
    """The pass or fail tests an option must get through. None is ever part of a total."""

    LAWFUL = "lawful", "Lawful"
    SAFE = "safe", "Safe for patients"
    AFFORDABLE = "affordable", "Affordable with VAT and tax"
    CONTRACTABLE = "contractable", "Can be contracted"


class GateOutcome(Term):
    """What a gate says of an option."""

    PASSES = "passes", "Passes"
    WARNS = "warns", "Passes with a warning"
    UNKNOWN = "unknown", "Not yet answered"
    BARS = "bars", "Bars"


class Resolver(Term):
    """Who can remove a barrier."""

    TRUST = "trust", "The trust"
    COMMISSIONER = "commissioner", "Commissioners"
    REGULATOR = "regulator", "Regulators"
    GOVERNMENT = "government", "Government"
    STAFF = "staff", "Unions and staff"
    LENDERS = "lenders", "Lenders and insurers"

    @property
    def inline(self) -> str:
        """The label as it reads inside a sentence, where Government keeps its capital."""
        return self.label if self is Resolver.GOVERNMENT else super().inline


class BarrierStatus(Term):
    """How far a barrier has been dealt with."""

    OPEN = "open", "Open"
    IN_HAND = "in-hand", "In hand"
    RESOLVED = "resolved", "Resolved"
    ACCEPTED = "accepted", "Accepted"


class TaskStatus(Term):
    """How far an action or a request has got."""

    OPEN = "open", "Open"
    IN_HAND = "in-hand", "In hand"
    DONE = "done", "Done"
    DROPPED = "dropped", "Dropped"


class WeightMethod(Term):
    """How a set of weights was asked for."""

    SWING = "swing", "Swing weighting"
    POINTS = "points", "Points shared out"
    RANK = "rank", "Rank order only"
    PAIRWISE = "pairwise", "Pairwise comparison"


class Surrogate(Term):
    """The rules that turn a rank order into weights."""

    ROD = "rod", "Rank order distribution"
    ROC = "roc", "Rank order centroid"
    RS = "rs", "Rank sum"
    RR = "rr", "Rank reciprocal"


class SumOfSwings(Term):
    """Which matters more: one swing or some others together."""

    ONE = "one", "The one"
    SAME = "same", "About the same"
    TOGETHER = "together", "The others together"


class WeightSpread(Term):
    """Which weights people could mean, for trying how often each option comes first."""

    RANKED = "ranked", "All that keep the order of the criteria"
    ANY = "any", "Any weights at all"
    AROUND = "around", "Around the weights given"
    WITHIN = "within", "Within a band around each weight"


class ScoreSpread(Term):
    """How a score may fall between the lowest and the highest that it could be."""

    EXACT = "exact", "Nowhere else: the ranges are left aside"
    TRIANGULAR = "triangular", "Likeliest at the score, less to the ends"
    UNIFORM = "uniform", "Anywhere between the ends alike"
    NORMAL = "normal", "A bell; its ends hold 95 in 100"
    BETA = "beta", "A hump at the score, within the ends"
    LOG_NORMAL = "log-normal", "A skewed bell; its ends hold 95 in 100"


class ValueShape(Term):
    """How performance in its own unit becomes a score."""

    DIRECT = "direct", "Scored directly against the anchors"
    LINEAR = "linear", "Linear between the two ends"
    PIECEWISE = "piecewise", "Piecewise linear"
    DISCRETE = "discrete", "A value for each level"


class OutOfRange(Term):
    """What happens to performance beyond the ends of a scale."""

    ERROR = "error", "Refuse it"
    CLIP = "clip", "Use the nearest end"
    EXTRAPOLATE = "extrapolate", "Carry the line on"


class Round(Term):
    """The rounds of scoring."""

    ALONE = "alone", "Each alone"
    AGAIN = "again", "Again after discussion"
    CONSENSUS = "consensus", "Agreed in the room"


class ScoringPhase(Term):
    """Where the scoring has got to; individual scores stay hidden until they are revealed."""

    ALONE = "alone", "Each scoring alone"
    REVEALED = "revealed", "Revealed and discussed"
    AGAIN = "again", "Scoring again"
    CONSENSUS = "consensus", "Agreeing in the room"
    CLOSED = "closed", "Closed"


class ScoreFeed(Term):
    """Which scores the totals are worked out from."""

    CONSENSUS = "consensus", "Consensus scores"
    MEAN = "mean", "Mean of the last round"
    MEDIAN = "median", "Median of the last round"


class MissingScores(Term):
    """What is done with an option when a score is missing. Missing is never nought."""

    WITHHOLD = "withhold", "Give no total"
    BOUNDS = "bounds", "Give the lowest and highest total it could have"
    SCORED_ONLY = "scored-only", "Use the criteria that are scored, and say so"


class InterestDecision(Term):
    """What was decided about a declared interest."""

    TAKE_PART = "take-part", "Takes part"
    NOT_COUNTED = "not-counted", "Takes part, scores not counted"
    LEAVE = "leave", "Leaves for the item"


class Recommendation(Term):
    """What the board is asked to choose."""

    UNDECIDED = "undecided", "Not yet decided"
    ONE_OPTION = "one-option", "One option"
    STAGED = "staged", "A staged path"
    PAUSE = "pause", "Pause"


class Outline(Term):
    """The order in which the body of the paper is put."""

    QUESTIONS = "questions", "Question by question"
    FIVE_CASES = "five-cases", "Five Case Model"


class PaperPurpose(Term):
    """What the board is asked to do with the paper."""

    DECISION = "decision", "Decision"
    APPROVAL = "approval", "Approval"
    DISCUSSION = "discussion", "Discussion"
    ASSURANCE = "assurance", "Assurance"
    INFORMATION = "information", "Information"
