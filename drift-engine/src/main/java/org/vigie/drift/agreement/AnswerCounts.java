package org.vigie.drift.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the readers answered, counted; everything in ascending order, so that the order of the answers is of no
/// consequence.
///
/// @param classes that a case can be of, in the order given
/// @param answers the classes, then the words that are no class
/// @param counts for each case, for each reader, how often each answer was given
record AnswerCounts(
        List<String> classes, List<String> answers, List<String> readers, List<String> caseIds, int[][][] counts) {

    static AnswerCounts of(List<String> classes, List<ReaderAnswer> given) {
        var others = new TreeSet<String>();
        var readers = new TreeSet<String>();
        var caseIds = new TreeSet<String>();
        for (ReaderAnswer one : given) {
            if (!classes.contains(one.answer())) {
                others.add(one.answer());
            }
            readers.add(one.reader());
            caseIds.add(one.caseId());
        }
        List<String> answers = new ArrayList<>(classes);
        answers.addAll(others);
        Map<String, Integer> answerIndex = index(answers);
        Map<String, Integer> readerIndex = index(readers);
        Map<String, Integer> caseIndex = index(caseIds);
        int[][][] counts = new int[caseIds.size()][readers.size()][answers.size()];
        for (ReaderAnswer one : given) {
            counts[caseIndex.getOrDefault(one.caseId(), 0)][readerIndex.getOrDefault(one.reader(), 0)][
                    answerIndex.getOrDefault(one.answer(), 0)]++;
        }
        return new AnswerCounts(
                List.copyOf(classes), List.copyOf(answers), List.copyOf(readers), List.copyOf(caseIds), counts);
    }

    private static Map<String, Integer> index(Iterable<String> words) {
        Map<String, Integer> index = new TreeMap<>();
        for (String word : words) {
            index.put(word, index.size());
        }
        return index;
    }

    /// Words that are no class.
    List<String> others() {
        return answers.subList(classes.size(), answers.size());
    }

    /// Cases that at least three readers answered.
    int overlapping() {
        int overlapping = 0;
        for (int[][] one : counts) {
            int answered = 0;
            for (int[] reader : one) {
                answered += Arrays.stream(reader).sum() > 0 ? 1 : 0;
            }
            overlapping += answered >= 3 ? 1 : 0;
        }
        return overlapping;
    }

    /// Answers that name a class, for each class.
    double[] votes() {
        double[] votes = new double[classes.size()];
        for (int[][] one : counts) {
            for (int[] reader : one) {
                for (int k = 0; k < votes.length; k++) {
                    votes[k] += reader[k];
                }
            }
        }
        return votes;
    }

    /// For each case the shares of its votes; where it has none, those of all cases.
    double[][] shares() {
        double[] votes = votes();
        double all = Arrays.stream(votes).sum();
        double[][] shares = new double[counts.length][votes.length];
        for (int i = 0; i < shares.length; i++) {
            double own = 0;
            for (int[] reader : counts[i]) {
                for (int k = 0; k < votes.length; k++) {
                    shares[i][k] += reader[k];
                    own += reader[k];
                }
            }
            for (int k = 0; k < votes.length; k++) {
                shares[i][k] = own > 0 ? shares[i][k] / own : votes[k] / all;
            }
        }
        return shares;
    }
}
