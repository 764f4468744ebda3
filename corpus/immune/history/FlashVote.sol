// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

contract VoteToken {
    mapping(address => uint256) public balanceOf;

    constructor() {
        balanceOf[msg.sender] = 1_000_000e18;
    }

    function transfer(address to, uint256 amount) external {
        balanceOf[msg.sender] -= amount;
        balanceOf[to] += amount;
    }
}

interface IBorrower {
    function onFlashLoan(address initiator, address token, uint256 amount, uint256 fee, bytes calldata data)
        external
        returns (bytes32);
}

/// Lends everything for the length of one call.
contract FlashPool {
    VoteToken public immutable token;

    constructor(VoteToken token_) {
        token = token_;
    }

    function flashLoan(uint256 amount) external {
        uint256 before = token.balanceOf(address(this));
        token.transfer(msg.sender, amount);
        bytes32 answer = IBorrower(msg.sender).onFlashLoan(msg.sender, address(token), amount, 0, "");
        require(answer == keccak256("ERC3156FlashBorrower.onFlashLoan"), "no borrower");
        require(token.balanceOf(address(this)) >= before, "not repaid");
    }
}

/// A treasury that goes where somebody says who has two thirds of the votes at the moment.
contract Broken {
    VoteToken public immutable token;
    uint256 public treasury = 100e18;
    uint256 public asked;

    constructor(VoteToken token_) {
        token = token_;
    }

    function quorum() internal view returns (bool) {
        return token.balanceOf(msg.sender) * 3 >= 2_000_000e18;
    }

    function take() external virtual {
        require(quorum(), "too few votes");
        treasury = 0;
    }
}

/// The same, but there is a day between asking and taking, and both need the votes.
contract Guarded is Broken {
    address public by;

    constructor(VoteToken token_) Broken(token_) {}

    function ask() external {
        require(quorum() && treasury > 0, "too few votes, or nothing to take");
        (by, asked) = (msg.sender, block.timestamp);
    }

    function take() external override {
        require(msg.sender == by && block.timestamp >= asked + 1 days, "too early");
        require(quorum(), "too few votes");
        treasury = 0;
    }
}
