PRAGMA application_id = 1095782482;

CREATE TABLE approvals (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  body TEXT NOT NULL,
  title TEXT NOT NULL,
  status TEXT NOT NULL CHECK ("status" IN ('not-needed', 'needed', 'sought', 'given', 'refused')),
  due TEXT CHECK ("due" IS NULL OR date("due") IS "due"),
  note TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE barriers (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  description TEXT NOT NULL,
  resolver TEXT NOT NULL CHECK ("resolver" IN ('trust', 'commissioner', 'regulator', 'government', 'staff', 'lenders')),
  also_resolver TEXT CHECK ("also_resolver" IS NULL OR "also_resolver" IN ('trust', 'commissioner', 'regulator', 'government', 'staff', 'lenders')),
  likelihood INTEGER NOT NULL CHECK ("likelihood" >= 1 AND "likelihood" <= 5),
  severity INTEGER NOT NULL CHECK ("severity" >= 1 AND "severity" <= 5),
  show_stopper INTEGER NOT NULL CHECK ("show_stopper" IN (0, 1)),
  gate TEXT CHECK ("gate" IS NULL OR "gate" IN ('lawful', 'safe', 'affordable', 'contractable')),
  mitigation TEXT NOT NULL,
  owner TEXT NOT NULL,
  due TEXT CHECK ("due" IS NULL OR date("due") IS "due"),
  status TEXT NOT NULL CHECK ("status" IN ('open', 'in-hand', 'resolved', 'accepted')),
  status_reason TEXT NOT NULL,
  accepted_by TEXT NOT NULL,
  yearly_cost INTEGER CHECK ("yearly_cost" IS NULL OR "yearly_cost" >= 0 AND "yearly_cost" <= 1000000000000000),
  one_off_cost INTEGER CHECK ("one_off_cost" IS NULL OR "one_off_cost" >= 0 AND "one_off_cost" <= 1000000000000000),
  evidence TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE benefits (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK ("kind" IN ('crb', 'ncrb', 'sb', 'ub')),
  health INTEGER NOT NULL CHECK ("health" IN (0, 1)),
  strength TEXT NOT NULL CHECK ("strength" IN ('none', 'self-report', 'case', 'association', 'effect')),
  description TEXT NOT NULL,
  unit TEXT NOT NULL,
  yearly_value INTEGER CHECK ("yearly_value" IS NULL OR "yearly_value" >= -1000000000000000 AND "yearly_value" <= 1000000000000000),
  first_year INTEGER CHECK ("first_year" IS NULL OR "first_year" >= 0 AND "first_year" <= 300),
  last_year INTEGER CHECK ("last_year" IS NULL OR "last_year" >= 0 AND "last_year" <= 300),
  contract_term TEXT NOT NULL,
  evidence TEXT NOT NULL,
  owner TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE challenges (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  reach TEXT NOT NULL CHECK ("reach" IN ('local', 'national')),
  description TEXT NOT NULL,
  done_so_far TEXT NOT NULL,
  results TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE contracts (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  supplier TEXT NOT NULL,
  summary TEXT NOT NULL,
  extends INTEGER NOT NULL CHECK ("extends" IN (0, 1)),
  route TEXT NOT NULL,
  starts TEXT CHECK ("starts" IS NULL OR date("starts") IS "starts"),
  ends TEXT CHECK ("ends" IS NULL OR date("ends") IS "ends"),
  approval TEXT NOT NULL CHECK ("approval" IN ('not-needed', 'needed', 'sought', 'given', 'refused')),
  approval_note TEXT NOT NULL,
  authorised_by TEXT NOT NULL CHECK (json_valid("authorised_by")),
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE costing (
  only INTEGER NOT NULL CHECK ("only" = 1),
  price_base TEXT NOT NULL,
  base_year INTEGER CHECK ("base_year" IS NULL OR "base_year" >= 1990 AND "base_year" <= 2200),
  horizon INTEGER NOT NULL CHECK ("horizon" >= 1 AND "horizon" <= 300),
  schedule TEXT NOT NULL,
  productivity REAL CHECK ("productivity" IS NULL OR "productivity" >= 0 AND "productivity" <= 100),
  note TEXT NOT NULL,
  PRIMARY KEY (only)
) WITHOUT ROWID, STRICT;

CREATE TABLE criteria (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  description TEXT NOT NULL,
  parent TEXT,
  anchor_0 TEXT NOT NULL,
  anchor_50 TEXT NOT NULL,
  anchor_100 TEXT NOT NULL,
  shape TEXT NOT NULL CHECK ("shape" IN ('direct', 'linear', 'piecewise', 'discrete')),
  unit TEXT NOT NULL,
  points TEXT NOT NULL CHECK (json_valid("points")),
  out_of_range TEXT NOT NULL CHECK ("out_of_range" IN ('error', 'clip', 'extrapolate')),
  objective TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(parent) REFERENCES criteria (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE eoi_answers (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  question TEXT NOT NULL,
  word_limit INTEGER CHECK ("word_limit" IS NULL OR "word_limit" >= 1 AND "word_limit" <= 100000),
  answer TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE expression_of_interest (
  only INTEGER NOT NULL CHECK ("only" = 1),
  sponsor_name TEXT NOT NULL,
  sponsor_title TEXT NOT NULL,
  sponsor_email TEXT NOT NULL,
  sponsor_phone TEXT NOT NULL,
  lead_name TEXT NOT NULL,
  lead_title TEXT NOT NULL,
  lead_address TEXT NOT NULL,
  lead_email TEXT NOT NULL,
  lead_phone TEXT NOT NULL,
  PRIMARY KEY (only)
) WITHOUT ROWID, STRICT;

CREATE TABLE form_notes (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  form TEXT NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE framework_choices (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  framework TEXT NOT NULL CHECK ("framework" IN ('scope', 'solution', 'delivery', 'implementation', 'funding')),
  title TEXT NOT NULL,
  position TEXT NOT NULL CHECK ("position" IN ('business-as-usual', 'do-minimum', 'intermediate', 'do-maximum')),
  verdict TEXT NOT NULL CHECK ("verdict" IN ('preferred', 'carried-forward', 'discounted')),
  reason TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE front_sheet_fields (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  label TEXT NOT NULL,
  fact TEXT CHECK ("fact" IS NULL OR "fact" IN ('meeting', 'date', 'agenda-item', 'purpose', 'sponsor', 'presenter', 'author', 'contact', 'version', 'recommendation', 'resolutions', 'financial', 'finance-lead', 'legal', 'quality', 'equality', 'engagement', 'objectives', 'risk-reference', 'previously', 'disclosable', 'annexes')),
  short INTEGER NOT NULL CHECK ("short" IN (0, 1)),
  text TEXT NOT NULL,
  confirmed_by TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE groups (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE journal (
  number INTEGER NOT NULL,
  at TEXT NOT NULL CHECK (datetime("at") IS NOT NULL),
  who TEXT NOT NULL,
  how TEXT NOT NULL CHECK ("how" IN ('began', 'did', 'undid', 'redid', 'salvaged')),
  words TEXT NOT NULL,
  touched TEXT NOT NULL,
  edit TEXT NOT NULL CHECK (json_valid("edit")),
  inverse TEXT NOT NULL CHECK (json_valid("inverse")),
  hash TEXT NOT NULL CHECK (length("hash") = 64),
  PRIMARY KEY (number)
) STRICT;

CREATE TABLE meta (
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (name)
) WITHOUT ROWID, STRICT;

CREATE TABLE next_steps (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  owner TEXT NOT NULL,
  due TEXT CHECK ("due" IS NULL OR date("due") IS "due"),
  status TEXT NOT NULL CHECK ("status" IN ('open', 'in-hand', 'done', 'dropped')),
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE objectives (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  measure TEXT NOT NULL,
  baseline TEXT NOT NULL,
  target TEXT NOT NULL,
  due TEXT CHECK ("due" IS NULL OR date("due") IS "due"),
  owner TEXT NOT NULL,
  relevance TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE options (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  form TEXT NOT NULL,
  role TEXT NOT NULL CHECK ("role" IN ('business-as-usual', 'do-minimum', 'candidate')),
  scope TEXT NOT NULL CHECK ("scope" IN ('whole-organisation', 'service-line')),
  stays_in_nhs INTEGER NOT NULL CHECK ("stays_in_nhs" IN (0, 1)),
  transfer TEXT CHECK ("transfer" IS NULL OR "transfer" IN ('none', 'compulsory', 'voluntary')),
  description TEXT NOT NULL,
  delivery TEXT NOT NULL,
  implementation TEXT NOT NULL,
  funding TEXT NOT NULL,
  listing TEXT NOT NULL CHECK ("listing" IN ('longlist', 'shortlist', 'left-out')),
  listing_reason TEXT NOT NULL,
  left_out_on TEXT CHECK ("left_out_on" IS NULL OR date("left_out_on") IS "left_out_on"),
  left_out_by TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE parked_items (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  raised_by TEXT NOT NULL,
  owner TEXT NOT NULL,
  due TEXT CHECK ("due" IS NULL OR date("due") IS "due"),
  status TEXT NOT NULL CHECK ("status" IN ('open', 'in-hand', 'done', 'dropped')),
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE part_marks (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  about TEXT NOT NULL,
  part TEXT NOT NULL CHECK ("part" IN ('1', '2')),
  exemption TEXT CHECK ("exemption" IS NULL OR "exemption" IN ('s22', 's31', 's36', 's40', 's41', 's42', 's43')),
  reason TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE programme (
  only INTEGER NOT NULL CHECK ("only" = 1),
  template TEXT NOT NULL,
  name TEXT NOT NULL,
  funder TEXT NOT NULL,
  cap INTEGER CHECK ("cap" IS NULL OR "cap" >= 0 AND "cap" <= 1000000000000000),
  cap_includes_vat INTEGER NOT NULL CHECK ("cap_includes_vat" IN (0, 1)),
  approval_threshold INTEGER CHECK ("approval_threshold" IS NULL OR "approval_threshold" >= 0 AND "approval_threshold" <= 1000000000000000),
  opens TEXT CHECK ("opens" IS NULL OR date("opens") IS "opens"),
  closes TEXT CHECK ("closes" IS NULL OR date("closes") IS "closes"),
  reports_by TEXT CHECK ("reports_by" IS NULL OR date("reports_by") IS "reports_by"),
  terms TEXT NOT NULL,
  PRIMARY KEY (only)
) WITHOUT ROWID, STRICT;

CREATE TABLE question (
  only INTEGER NOT NULL CHECK ("only" = 1),
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  scope TEXT NOT NULL CHECK ("scope" IN ('whole-organisation', 'service-line')),
  rules_date TEXT CHECK ("rules_date" IS NULL OR date("rules_date") IS "rules_date"),
  decision_by TEXT CHECK ("decision_by" IS NULL OR date("decision_by") IS "decision_by"),
  if_deferred TEXT NOT NULL,
  PRIMARY KEY (only)
) WITHOUT ROWID, STRICT;

CREATE TABLE readiness_answers (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  test TEXT NOT NULL CHECK ("test" IN ('cqc', 'unions', 'priorities', 'leadership', 'largest-contract')),
  answer TEXT CHECK ("answer" IS NULL OR "answer" IN ('go', 'conditions', 'pause')),
  reason TEXT NOT NULL,
  evidence TEXT NOT NULL,
  conditions TEXT NOT NULL,
  answered_by TEXT NOT NULL,
  answered_on TEXT CHECK ("answered_on" IS NULL OR date("answered_on") IS "answered_on"),
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE robustness (
  only INTEGER NOT NULL CHECK ("only" = 1),
  weights TEXT NOT NULL CHECK ("weights" IN ('ranked', 'any', 'around', 'within')),
  concentration REAL NOT NULL CHECK ("concentration" >= 1 AND "concentration" <= 1000000),
  band REAL NOT NULL CHECK ("band" >= 0 AND "band" <= 100),
  scores TEXT NOT NULL CHECK ("scores" IN ('exact', 'triangular', 'uniform', 'normal', 'beta', 'log-normal')),
  draws INTEGER NOT NULL CHECK ("draws" >= 1024 AND "draws" <= 1048576),
  seed INTEGER NOT NULL CHECK ("seed" >= 0 AND "seed" <= 1000000000),
  note TEXT NOT NULL,
  PRIMARY KEY (only)
) WITHOUT ROWID, STRICT;

CREATE TABLE scoring (
  only INTEGER NOT NULL CHECK ("only" = 1),
  phase TEXT NOT NULL CHECK ("phase" IN ('alone', 'revealed', 'again', 'consensus', 'closed')),
  feed TEXT NOT NULL CHECK ("feed" IN ('consensus', 'mean', 'median')),
  missing TEXT NOT NULL CHECK ("missing" IN ('withhold', 'bounds', 'scored-only')),
  split_range REAL NOT NULL CHECK ("split_range" >= 1 AND "split_range" <= 100),
  split_deviation REAL NOT NULL CHECK ("split_deviation" >= 0.05 AND "split_deviation" <= 1),
  note TEXT NOT NULL,
  PRIMARY KEY (only)
) WITHOUT ROWID, STRICT;

CREATE TABLE seals (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  sealed_at TEXT CHECK ("sealed_at" IS NULL OR datetime("sealed_at") IS NOT NULL),
  sealed_by TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  shortlist_fingerprint TEXT NOT NULL,
  broken_at TEXT CHECK ("broken_at" IS NULL OR datetime("broken_at") IS NOT NULL),
  broken_by TEXT NOT NULL,
  broken_reason TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE service_lines (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  staff_wte REAL CHECK ("staff_wte" IS NULL OR "staff_wte" >= 0),
  income INTEGER CHECK ("income" IS NULL OR "income" >= 0 AND "income" <= 1000000000000000),
  commissioner TEXT NOT NULL,
  council_income REAL CHECK ("council_income" IS NULL OR "council_income" >= 0 AND "council_income" <= 100),
  biggest_contract TEXT NOT NULL,
  biggest_contract_income INTEGER CHECK ("biggest_contract_income" IS NULL OR "biggest_contract_income" >= 0 AND "biggest_contract_income" <= 1000000000000000),
  biggest_contract_end TEXT CHECK ("biggest_contract_end" IS NULL OR date("biggest_contract_end") IS "biggest_contract_end"),
  biggest_contract_notice TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE sources (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  address TEXT NOT NULL,
  dated TEXT CHECK ("dated" IS NULL OR date("dated") IS "dated"),
  standing TEXT NOT NULL CHECK ("standing" IN ('published', 'trust-record', 'judgement', 'illustrative', 'made-up', 'unconfirmed')),
  note TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE staff_views (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  heard_on TEXT CHECK ("heard_on" IS NULL OR date("heard_on") IS "heard_on"),
  asked INTEGER CHECK ("asked" IS NULL OR "asked" >= 0 AND "asked" <= 1000000000),
  answered INTEGER CHECK ("answered" IS NULL OR "answered" >= 0 AND "answered" <= 1000000000),
  in_favour INTEGER CHECK ("in_favour" IS NULL OR "in_favour" >= 0 AND "in_favour" <= 1000000000),
  against INTEGER CHECK ("against" IS NULL OR "against" >= 0 AND "against" <= 1000000000),
  said TEXT NOT NULL,
  answered_with TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE success_factors (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE support_plan (
  only INTEGER NOT NULL CHECK ("only" = 1),
  least_contingency REAL CHECK ("least_contingency" IS NULL OR "least_contingency" >= 0 AND "least_contingency" <= 100),
  contingency_reason TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (only)
) WITHOUT ROWID, STRICT;

CREATE TABLE trust (
  only INTEGER NOT NULL CHECK ("only" = 1),
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  status TEXT NOT NULL CHECK ("status" IN ('nhs-trust', 'foundation-trust')),
  kind TEXT NOT NULL CHECK ("kind" IN ('acute', 'community', 'mental-health', 'ambulance', 'specialist')),
  region TEXT NOT NULL,
  commissioner TEXT NOT NULL,
  income INTEGER CHECK ("income" IS NULL OR "income" >= 0 AND "income" <= 1000000000000000),
  income_year TEXT NOT NULL,
  surplus INTEGER CHECK ("surplus" IS NULL OR "surplus" >= -1000000000000000 AND "surplus" <= 1000000000000000),
  recovered_vat INTEGER CHECK ("recovered_vat" IS NULL OR "recovered_vat" >= 0 AND "recovered_vat" <= 1000000000000000),
  staff_wte REAL CHECK ("staff_wte" IS NULL OR "staff_wte" >= 0),
  staff_note TEXT NOT NULL,
  council_income REAL CHECK ("council_income" IS NULL OR "council_income" >= 0 AND "council_income" <= 100),
  biggest_contract TEXT NOT NULL,
  biggest_contract_income INTEGER CHECK ("biggest_contract_income" IS NULL OR "biggest_contract_income" >= 0 AND "biggest_contract_income" <= 1000000000000000),
  biggest_contract_end TEXT CHECK ("biggest_contract_end" IS NULL OR date("biggest_contract_end") IS "biggest_contract_end"),
  biggest_contract_notice TEXT NOT NULL,
  made_up INTEGER NOT NULL CHECK ("made_up" IN (0, 1)),
  note TEXT NOT NULL,
  PRIMARY KEY (only)
) WITHOUT ROWID, STRICT;

CREATE TABLE written_paragraphs (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  paragraph TEXT NOT NULL,
  text TEXT NOT NULL,
  data_fingerprint TEXT NOT NULL,
  PRIMARY KEY (id)
) WITHOUT ROWID, STRICT;

CREATE TABLE actions (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  barrier TEXT NOT NULL,
  title TEXT NOT NULL,
  owner TEXT NOT NULL,
  due TEXT CHECK ("due" IS NULL OR date("due") IS "due"),
  status TEXT NOT NULL CHECK ("status" IN ('open', 'in-hand', 'done', 'dropped')),
  cost INTEGER CHECK ("cost" IS NULL OR "cost" >= 0 AND "cost" <= 1000000000000000),
  PRIMARY KEY (id),
  FOREIGN KEY(barrier) REFERENCES barriers (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE barriers_options (
  holder TEXT NOT NULL,
  target TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (holder, target),
  FOREIGN KEY(holder) REFERENCES barriers (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(target) REFERENCES options (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE benefits_options (
  holder TEXT NOT NULL,
  target TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (holder, target),
  FOREIGN KEY(holder) REFERENCES benefits (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(target) REFERENCES options (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE citations (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  about TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(source) REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE cost_lines (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  option TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK ("kind" IN ('one-off', 'yearly')),
  category TEXT NOT NULL CHECK ("category" IN ('set-up', 'running', 'irrecoverable-vat', 'corporation-tax', 'pensions', 'indemnity', 'estate', 'double-running', 'redundancy', 'working-capital', 'technology', 'saving', 'other')),
  amount INTEGER NOT NULL CHECK ("amount" >= -1000000000000000 AND "amount" <= 1000000000000000),
  first_year INTEGER NOT NULL CHECK ("first_year" >= 0 AND "first_year" <= 300),
  last_year INTEGER CHECK ("last_year" IS NULL OR "last_year" >= 0 AND "last_year" <= 300),
  optimism_category TEXT NOT NULL,
  mitigation REAL CHECK ("mitigation" IS NULL OR "mitigation" >= 0 AND "mitigation" <= 100),
  basis TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(option) REFERENCES options (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE definition_answers (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  option TEXT NOT NULL,
  definition TEXT NOT NULL,
  test TEXT NOT NULL,
  answer TEXT NOT NULL CHECK ("answer" IN ('yes', 'no', 'unknown')),
  reason TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(option) REFERENCES options (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE factor_marks (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  option TEXT NOT NULL,
  factor TEXT NOT NULL,
  result TEXT NOT NULL CHECK ("result" IN ('meets', 'partly', 'fails')),
  reason TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(option) REFERENCES options (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(factor) REFERENCES success_factors (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE gate_answers (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  option TEXT NOT NULL,
  gate TEXT NOT NULL CHECK ("gate" IN ('lawful', 'safe', 'affordable', 'contractable')),
  answer TEXT NOT NULL CHECK ("answer" IN ('yes', 'no', 'unknown')),
  reason TEXT NOT NULL,
  evidence TEXT NOT NULL,
  unlock TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_on TEXT CHECK ("decided_on" IS NULL OR date("decided_on") IS "decided_on"),
  PRIMARY KEY (id),
  FOREIGN KEY(option) REFERENCES options (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE kept_gates (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  option TEXT NOT NULL,
  gate TEXT NOT NULL CHECK ("gate" IN ('lawful', 'safe', 'affordable', 'contractable')),
  outcome TEXT NOT NULL CHECK ("outcome" IN ('passes', 'warns', 'unknown', 'bars')),
  rules TEXT NOT NULL CHECK (json_valid("rules")),
  rules_date TEXT CHECK ("rules_date" IS NULL OR date("rules_date") IS "rules_date"),
  vintage TEXT NOT NULL,
  kept_at TEXT CHECK ("kept_at" IS NULL OR datetime("kept_at") IS NOT NULL),
  PRIMARY KEY (id),
  FOREIGN KEY(option) REFERENCES options (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE measures (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK ("kind" IN ('engagement', 'advocacy', 'sickness', 'turnover', 'friends-and-family', 'cqc', 'recovered-vat', 'savings-plan', 'other')),
  name TEXT NOT NULL,
  service_line TEXT,
  value REAL,
  rating TEXT NOT NULL,
  scale TEXT NOT NULL,
  year TEXT NOT NULL,
  comparator REAL,
  comparator_name TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(service_line) REFERENCES service_lines (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE options_service_lines (
  holder TEXT NOT NULL,
  target TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (holder, target),
  FOREIGN KEY(holder) REFERENCES options (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(target) REFERENCES service_lines (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE paper (
  only INTEGER NOT NULL CHECK ("only" = 1),
  title TEXT NOT NULL,
  meeting TEXT NOT NULL,
  meeting_on TEXT CHECK ("meeting_on" IS NULL OR date("meeting_on") IS "meeting_on"),
  agenda_item TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK ("purpose" IN ('decision', 'approval', 'discussion', 'assurance', 'information')),
  purpose_words TEXT NOT NULL,
  sponsor TEXT NOT NULL,
  presenter TEXT NOT NULL,
  author TEXT NOT NULL,
  contact TEXT NOT NULL,
  version TEXT NOT NULL,
  draft INTEGER NOT NULL CHECK ("draft" IN (0, 1)),
  marking TEXT NOT NULL,
  logo TEXT NOT NULL,
  profile TEXT NOT NULL,
  outline TEXT NOT NULL CHECK ("outline" IN ('questions', 'five-cases')),
  recommendation TEXT NOT NULL CHECK ("recommendation" IN ('undecided', 'one-option', 'staged', 'pause')),
  recommended TEXT,
  reason TEXT NOT NULL,
  differs_reason TEXT NOT NULL,
  dissent TEXT NOT NULL,
  resolutions TEXT NOT NULL CHECK (json_valid("resolutions")),
  summary TEXT NOT NULL,
  previously TEXT NOT NULL,
  risk_reference TEXT NOT NULL,
  financial TEXT NOT NULL,
  finance_lead TEXT NOT NULL,
  legal TEXT NOT NULL,
  quality TEXT NOT NULL,
  equality TEXT NOT NULL,
  engagement TEXT NOT NULL,
  monitoring TEXT NOT NULL,
  PRIMARY KEY (only),
  FOREIGN KEY(recommended) REFERENCES options (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE path_steps (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  option TEXT,
  starts TEXT NOT NULL,
  condition TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(option) REFERENCES options (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE precedent_uses (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  precedent TEXT NOT NULL,
  option TEXT,
  lesson TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(option) REFERENCES options (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE requests (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  barrier TEXT NOT NULL,
  asked_of TEXT NOT NULL CHECK ("asked_of" IN ('trust', 'commissioner', 'regulator', 'government', 'staff', 'lenders')),
  title TEXT NOT NULL,
  sent_on TEXT CHECK ("sent_on" IS NULL OR date("sent_on") IS "sent_on"),
  status TEXT NOT NULL CHECK ("status" IN ('open', 'in-hand', 'done', 'dropped')),
  answer TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(barrier) REFERENCES barriers (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE scorers (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  "group" TEXT,
  organisation TEXT NOT NULL,
  counted INTEGER NOT NULL CHECK ("counted" IN (0, 1)),
  PRIMARY KEY (id),
  FOREIGN KEY("group") REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE support_lines (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  category TEXT NOT NULL CHECK ("category" IN ('legal', 'finance', 'tax', 'pensions', 'workforce', 'engagement', 'governance', 'planning', 'programme', 'contingency', 'other')),
  kind TEXT NOT NULL CHECK ("kind" IN ('bought', 'in-kind', 'match-funded')),
  contract TEXT,
  grade TEXT NOT NULL,
  day_rate INTEGER NOT NULL CHECK ("day_rate" >= 0 AND "day_rate" <= 1000000000000000),
  days REAL NOT NULL CHECK ("days" >= 0 AND "days" <= 10000),
  expenses INTEGER NOT NULL CHECK ("expenses" >= 0 AND "expenses" <= 1000000000000000),
  vat_rate REAL NOT NULL CHECK ("vat_rate" >= 0 AND "vat_rate" <= 100),
  vat_recoverable INTEGER NOT NULL CHECK ("vat_recoverable" IN (0, 1)),
  status TEXT NOT NULL CHECK ("status" IN ('planned', 'committed', 'spent')),
  spent INTEGER NOT NULL CHECK ("spent" >= 0 AND "spent" <= 1000000000000000),
  stage TEXT NOT NULL,
  deliverable TEXT NOT NULL,
  basis TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(contract) REFERENCES contracts (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE tax_positions (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  option TEXT NOT NULL,
  lost_vat INTEGER CHECK ("lost_vat" IS NULL OR "lost_vat" >= 0 AND "lost_vat" <= 1000000000000000),
  taxable_surplus INTEGER CHECK ("taxable_surplus" IS NULL OR "taxable_surplus" >= 0 AND "taxable_surplus" <= 1000000000000000),
  tax_rate REAL CHECK ("tax_rate" IS NULL OR "tax_rate" >= 0 AND "tax_rate" <= 100),
  settled INTEGER NOT NULL CHECK ("settled" IN (0, 1)),
  basis TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(option) REFERENCES options (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE weight_sets (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  "group" TEXT,
  method TEXT NOT NULL CHECK ("method" IN ('swing', 'points', 'rank', 'pairwise')),
  surrogate TEXT NOT NULL CHECK ("surrogate" IN ('rod', 'roc', 'rs', 'rr')),
  given_by TEXT NOT NULL,
  given_on TEXT CHECK ("given_on" IS NULL OR date("given_on") IS "given_on"),
  reason TEXT NOT NULL,
  consistency_question TEXT NOT NULL,
  consistency_answer TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY("group") REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE attendances (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  scorer TEXT NOT NULL,
  session TEXT NOT NULL,
  arrived TEXT CHECK ("arrived" IS NULL OR datetime("arrived") IS NOT NULL),
  "left" TEXT CHECK ("left" IS NULL OR datetime("left") IS NOT NULL),
  PRIMARY KEY (id),
  FOREIGN KEY(scorer) REFERENCES scorers (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE comparisons (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  weight_set TEXT NOT NULL,
  first TEXT NOT NULL,
  second TEXT NOT NULL,
  ratio REAL NOT NULL CHECK ("ratio" >= 0.1111111111111111 AND "ratio" <= 9),
  PRIMARY KEY (id),
  FOREIGN KEY(weight_set) REFERENCES weight_sets (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(first) REFERENCES criteria (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(second) REFERENCES criteria (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE interests (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  scorer TEXT NOT NULL,
  description TEXT NOT NULL,
  declared_on TEXT CHECK ("declared_on" IS NULL OR date("declared_on") IS "declared_on"),
  decision TEXT NOT NULL CHECK ("decision" IN ('take-part', 'not-counted', 'leave')),
  decided_by TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(scorer) REFERENCES scorers (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE sheets (
  number INTEGER NOT NULL,
  round TEXT NOT NULL CHECK ("round" IN ('alone', 'again', 'consensus')),
  scorer TEXT,
  PRIMARY KEY (number),
  FOREIGN KEY(scorer) REFERENCES scorers (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE UNIQUE INDEX one_sheet_each ON sheets (round, coalesce(scorer, ''));

CREATE TABLE support_lines_barriers (
  holder TEXT NOT NULL,
  target TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (holder, target),
  FOREIGN KEY(holder) REFERENCES support_lines (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(target) REFERENCES barriers (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE swing_checks (
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  weight_set TEXT NOT NULL,
  one TEXT NOT NULL,
  answer TEXT CHECK ("answer" IS NULL OR "answer" IN ('one', 'same', 'together')),
  note TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(weight_set) REFERENCES weight_sets (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(one) REFERENCES criteria (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE weight_sets_raw (
  holder TEXT NOT NULL,
  target TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  amount REAL NOT NULL CHECK ("amount" >= 0 AND "amount" <= 1000000000.0),
  PRIMARY KEY (holder, target),
  FOREIGN KEY(holder) REFERENCES weight_sets (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(target) REFERENCES criteria (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE weighting (
  only INTEGER NOT NULL CHECK ("only" = 1),
  model_set TEXT,
  random_index TEXT NOT NULL,
  criteria_note TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (only),
  FOREIGN KEY(model_set) REFERENCES weight_sets (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE interests_options (
  holder TEXT NOT NULL,
  target TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (holder, target),
  FOREIGN KEY(holder) REFERENCES interests (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(target) REFERENCES options (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE scores (
  sheet INTEGER NOT NULL,
  option TEXT NOT NULL,
  criterion TEXT NOT NULL,
  value REAL CHECK ("value" IS NULL OR "value" >= 0 AND "value" <= 100),
  low REAL CHECK ("low" IS NULL OR "low" >= 0 AND "low" <= 100),
  high REAL CHECK ("high" IS NULL OR "high" >= 0 AND "high" <= 100),
  performance REAL,
  reason TEXT NOT NULL,
  said_by TEXT NOT NULL,
  verbatim INTEGER NOT NULL CHECK ("verbatim" IN (0, 1)),
  evidence TEXT NOT NULL,
  PRIMARY KEY (sheet, option, criterion),
  FOREIGN KEY(sheet) REFERENCES sheets (number) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(option) REFERENCES options (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(criterion) REFERENCES criteria (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TABLE swing_checks_others (
  holder TEXT NOT NULL,
  target TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (holder, target),
  FOREIGN KEY(holder) REFERENCES swing_checks (id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY(target) REFERENCES criteria (id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID, STRICT;

CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal is only ever added to');
END;

CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal is only ever added to');
END;

CREATE TRIGGER journal_refuses_replace BEFORE INSERT ON journal
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM journal)
BEGIN
  SELECT RAISE(ABORT, 'the journal is only ever added to');
END;
