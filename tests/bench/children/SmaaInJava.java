import fi.smaa.common.RandomUtil;
import fi.smaa.jsmaa.model.Alternative;
import fi.smaa.jsmaa.model.Criterion;
import fi.smaa.jsmaa.model.ExactMeasurement;
import fi.smaa.jsmaa.model.ImpactMatrix;
import fi.smaa.jsmaa.model.Interval;
import fi.smaa.jsmaa.model.SMAAModel;
import fi.smaa.jsmaa.model.ScaleCriterion;
import fi.smaa.jsmaa.simulator.SMAA2Results;
import fi.smaa.jsmaa.simulator.SMAA2Simulation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.drugis.common.threading.TaskUtil;

/** Times JSMAA's engine on exact scores and prints one line of JSON. */
class SmaaInJava {
  /** JSMAA reports after each so many draws, and only then. */
  private static final int REPORT = 100;

  private static final String ANSWER =
      "{\"seconds\": %.6f, \"least\": %.6f, \"ranks\": %s, \"central\": %s, \"version\": \"%s\"}%n";

  private final List<Alternative> options = new ArrayList<>();
  private final List<Criterion> criteria = new ArrayList<>();
  private final SMAAModel model = new SMAAModel("timed");
  private long reports;
  private long halfway;
  private long finished;

  /** Arguments: file of scores, draws in five hundreds. A fifth as many warm it up. */
  public static void main(String[] given) throws Exception {
    int draws = Integer.parseInt(given[1]);
    if (draws % (5 * REPORT) != 0) {
      throw new IllegalArgumentException("draws must be in whole " + 5 * REPORT);
    }
    SmaaInJava timed = new SmaaInJava(Files.readAllLines(Path.of(given[0])));
    timed.run(draws / 5);
    timed.run(draws);
  }

  private SmaaInJava(List<String> rows) {
    ImpactMatrix scores = (ImpactMatrix) model.getMeasurements();
    for (int i = 0; i < rows.size(); i++) {
      options.add(new Alternative("option " + i));
      model.addAlternative(options.get(i));
    }
    int width = rows.get(0).trim().split("\\s+").length;
    for (int j = 0; j < width; j++) {
      criteria.add(new ScaleCriterion("criterion " + j));
      model.addCriterion(criteria.get(j));
    }
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i).trim().split("\\s+");
      for (int j = 0; j < width; j++) {
        double score = Double.parseDouble(row[j]);
        scores.setMeasurement(criteria.get(j), options.get(i), new ExactMeasurement(score));
      }
    }
    // By itself it stretches each criterion from the worst score to the best.
    for (Criterion criterion : criteria) {
      ((ScaleCriterion) criterion).setScale(new Interval(0.0, 100.0));
    }
  }

  /** Ranks and central weights come first, then as many draws again for confidence factors. */
  private void run(int draws) throws InterruptedException {
    SMAA2Simulation simulation =
        new SMAA2Simulation(model, RandomUtil.createWithFixedSeed(), draws);
    SMAA2Results results = simulation.getResults();
    reports = 0;
    results.addResultsListener(
        event -> {
          reports++;
          if (reports == draws / REPORT) {
            halfway = System.nanoTime();
          } else if (reports == 2L * draws / REPORT) {
            finished = System.nanoTime();
          }
        });
    long began = System.nanoTime();
    TaskUtil.run(simulation.getTask());
    Map<Alternative, List<Double>> ranks = results.getRankAcceptabilities();
    Map<Alternative, Map<Criterion, Double>> central = results.getCentralWeightVectors();
    StringJoiner allRanks = new StringJoiner(",", "[", "]");
    StringJoiner allCentral = new StringJoiner(",", "[", "]");
    for (Alternative option : options) {
      allRanks.add(row(ranks.get(option)));
      allCentral.add(row(criteria.stream().map(central.get(option)::get).toList()));
    }
    System.out.printf(
        ANSWER,
        (finished - began) / 1e9,
        (halfway - began) / 1e9,
        allRanks,
        allCentral,
        "run by Java " + Runtime.version().feature());
  }

  private static String row(List<Double> numbers) {
    StringJoiner row = new StringJoiner(",", "[", "]");
    numbers.forEach(each -> row.add(each.isNaN() ? "null" : each.toString()));
    return row.toString();
  }
}
