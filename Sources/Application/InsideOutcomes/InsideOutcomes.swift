// InsideOutcomes
