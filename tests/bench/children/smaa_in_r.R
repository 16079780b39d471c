# Times R smaa on exact scores and prints a line of JSON. Arguments: file of scores, draws.
suppressPackageStartupMessages({
  library(smaa)
  library(hitandrun)
})
given <- commandArgs(trailingOnly = TRUE)
scores <- unname(as.matrix(read.table(given[1])))
draws <- as.integer(given[2])
options <- nrow(scores)
criteria <- ncol(scores)

now <- function() proc.time()[["elapsed"]]

# Its usual way wants every score for every draw. Laying those out is not timed.
laid_out <- aperm(array(scores, c(options, criteria, draws)), c(3, 1, 2))
invisible(gc())
began <- now()
weights <- simplex.sample(criteria, draws)$samples
found <- smaa(laid_out, weights)
seconds <- now() - began

# Exact scores can do without, from values that R multiplies out.
rm(laid_out, weights)
invisible(gc())
began <- now()
weights <- simplex.sample(criteria, draws)$samples
ranks <- smaa.ranks(weights %*% t(scores))
acceptabilities <- smaa.ra(ranks)
central <- smaa.cw(ranks, weights)
least <- now() - began

rows <- function(table) {
  table <- unclass(table)
  numbers <- matrix(sprintf("%.10g", table), nrow = nrow(table))
  numbers[is.na(table)] <- "null"
  inside <- apply(numbers, 1, function(row) paste0("[", paste(row, collapse = ","), "]"))
  paste0("[", paste(inside, collapse = ","), "]")
}
version <- function(name) paste(name, packageVersion(name))
cat(sprintf(
  '{"seconds": %.6f, "least": %.6f, "ranks": %s, "central": %s, "version": "%s"}\n',
  seconds, least, rows(found$ra), rows(found$cw),
  paste(version("smaa"), version("hitandrun"), sep = ", ")
))
